"""The quiz as an IMS QTI 1.2 package, as Canvas and Moodle import it: a zip of a manifest and an assessment.

The file is for the teacher: the machine part holds the right choices, and the feedback the passages.
Published standard: IMS LessonQuestion & Test Interoperability, ASI XML Binding 1.2 (2002); IMS Content Packaging 1.1.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from framing.publish.shared.documents import harmless
from framing.publish.worksheet.quiz import QuizQuestion
from framing.publish.worksheet.sheet import Sheet

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
ASSESSMENT = "assessment.xml"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of the files in the zip, so that equal runs make equal files."""


def qti(sheet: Sheet) -> bytes:
    """The package as bytes; equal sheets make equal bytes."""
    name = "framing_" + hashlib.sha256(sheet.title.encode("utf-8", "replace")).hexdigest()[:12]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for path, root in (
            ("imsmanifest.xml", _manifest(sheet, name)),
            (f"{name}/{ASSESSMENT}", _assessment(sheet, name)),
        ):
            entry = zipfile.ZipInfo(path, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, tostring(root, encoding="utf-8", xml_declaration=True))
    return held.getvalue()


def _manifest(sheet: Sheet, name: str) -> Element:
    register_namespace("", PACKAGE)
    root = Element(f"{{{PACKAGE}}}manifest", {"identifier": f"{name}_manifest"})
    metadata = SubElement(root, f"{{{PACKAGE}}}metadata")
    SubElement(metadata, f"{{{PACKAGE}}}schema").text = "IMS Content"
    SubElement(metadata, f"{{{PACKAGE}}}schemaversion").text = "1.1.3"
    general = SubElement(SubElement(metadata, f"{{{METADATA}}}lom"), f"{{{METADATA}}}general")
    titled = SubElement(SubElement(general, f"{{{METADATA}}}title"), f"{{{METADATA}}}langstring")
    titled.text = harmless(sheet.title)
    SubElement(root, f"{{{PACKAGE}}}organizations")
    resources = SubElement(root, f"{{{PACKAGE}}}resources")
    path = f"{name}/{ASSESSMENT}"
    resource = SubElement(
        resources, f"{{{PACKAGE}}}resource", {"identifier": name, "type": "imsqti_xmlv1p2", "href": path}
    )
    SubElement(resource, f"{{{PACKAGE}}}file", {"href": path})
    return root


def _assessment(sheet: Sheet, name: str) -> Element:
    root = Element("questestinterop", {"xmlns": QTI})
    assessment = SubElement(root, "assessment", {"ident": name, "title": harmless(sheet.title)})
    metadata = SubElement(assessment, "qtimetadata")
    _field(metadata, "cc_maxattempts", "1")
    section = SubElement(assessment, "section", {"ident": f"{name}_section", "title": "Quiz"})
    for choice in sheet.quiz:
        _item(section, choice, f"{name}_{choice.id}")
    return root


def _item(section: Element, choice: QuizQuestion, ident: str) -> None:
    item = SubElement(section, "item", {"ident": ident, "title": f"Question {choice.id.removeprefix('c')}"})
    metadata = SubElement(SubElement(item, "itemmetadata"), "qtimetadata")
    _field(metadata, "question_type", "multiple_choice_question")
    _field(metadata, "points_possible", "1")
    presentation = SubElement(item, "presentation")
    _material(presentation, choice.text)
    response = SubElement(presentation, "response_lid", {"ident": "response1", "rcardinality": "Single"})
    choices = SubElement(response, "render_choice", {"shuffle": "No"})
    for number, text in enumerate(choice.choices, 1):
        _material(SubElement(choices, "response_label", {"ident": f"{ident}_{number}"}), text)
    processing = SubElement(item, "resprocessing")
    outcomes = SubElement(processing, "outcomes")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    SubElement(outcomes, "decvar", score)
    always = SubElement(processing, "respcondition", {"continue": "Yes"})
    SubElement(SubElement(always, "conditionvar"), "other")
    SubElement(always, "displayfeedback", {"feedbacktype": "Response", "linkrefid": "general_fb"})
    right = SubElement(processing, "respcondition", {"continue": "No"})
    equal = SubElement(SubElement(right, "conditionvar"), "varequal", {"respident": "response1"})
    equal.text = f"{ident}_{choice.right + 1}"
    SubElement(right, "setvar", {"action": "Set", "varname": "SCORE"}).text = "100"
    feedback = SubElement(item, "itemfeedback", {"ident": "general_fb"})
    passage = choice.passage
    _material(SubElement(feedback, "flow_mat"), f"“{' '.join(passage.text.split())}” ({passage.where})")


def _material(parent: Element, text: str) -> None:
    material = SubElement(parent, "material")
    SubElement(material, "mattext", {"texttype": "text/plain"}).text = harmless(text)


def _field(metadata: Element, label: str, entry: str) -> None:
    field = SubElement(metadata, "qtimetadatafield")
    SubElement(field, "fieldlabel").text = label
    SubElement(field, "fieldentry").text = entry
