// Annotate first: the program's marks go away until the student's are compared with them.
const panel = one('#annotate');
let switchedOn = [];

function listOwn() {
  const order = [...texts.keys()];
  const marks = [...mine.marks].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || a.start - b.start);
  one('#own-count').textContent = marks.length === 1 ? '1 mark' : `${marks.length} marks`;
  one('#own-marks').replaceChildren(...marks.map((mark) => {
    const text = texts.get(mark.id);
    const words = quoted(shownWords(text, mark.start, mark.end));
    const go = make('button', { type: 'button', class: 'btn flat', text: words, onclick: () => goToWords(text, mark.start, mark.end) });
    const remove = make('button', { type: 'button', class: 'btn flat', text: 'Remove', 'aria-label': `Remove ${words}`, onclick: () => {
      removeMarks([mark]);
      one('#own-heading').focus();
    } });
    const badge = make('span', { class: `own-tg k${mark.kind}`, role: 'img', 'aria-label': data.kinds[mark.kind] });
    return make('li', {}, badge, go, make('span', { class: 'small', text: articleName({ a: text.number }) }), ...(isMarking() ? [remove] : []));
  }));
}

// Paragraphs take the focus while marking; a screen reader then passes the arrow keys on.
function setReadable(on) {
  for (const text of texts.values()) {
    for (const { element } of text.holders) {
      const label = element.dataset.n ? `Paragraph ${element.dataset.n}` : 'Headline';
      const attributes = { tabindex: '0', role: 'textbox', 'aria-readonly': 'true', 'aria-multiline': 'true', 'aria-label': label, 'aria-describedby': 'annotate-keys' };
      for (const [name, value] of Object.entries(attributes)) {
        if (on) element.setAttribute(name, value);
        else element.removeAttribute(name);
      }
    }
    for (const mark of all('mark', text.column)) {
      if (on) mark.setAttribute('role', 'none');
      else mark.removeAttribute('role');
    }
  }
}

// One box under each text: only what was read to the end is known to be unmarked elsewhere.
const readBoxes = [...texts.values()].map((text) => {
  const box = make('input', { type: 'checkbox', autocomplete: 'off' });
  box.addEventListener('change', () => {
    if (box.checked) mine.read.add(text.id);
    else mine.read.delete(text.id);
    unsavedAnswers = true;
  });
  const label = make('label', { class: 'read-box', hidden: '' }, box, ' I have read this text to the end');
  text.column.append(label);
  return { text, box, label };
});

function showAnswers() {
  one('#annotate-name').value = mine.coder;
  for (const { text, box } of readBoxes) box.checked = mine.read.has(text.id);
  for (const text of texts.values()) drawOwn(text);
  listOwn();
}

function setMarking(on) {
  for (const kind of KINDS) setKind(kind, on ? false : switchedOn.includes(kind));
  setReadable(on);
  for (const { label } of readBoxes) label.hidden = !on;
  setTabStops();
}

addView('annotate', (on) => {
  if (on) {
    setView('projector', false);
    switchedOn = KINDS.filter(isOn);
    root.classList.remove('compared', 'show-copied', 'show-claims');
    for (const button of [copiedSwitch, claimSwitch]) button?.setAttribute('aria-pressed', 'false');
    if (choice) choice.value = '';
  }
  root.classList.toggle('annotating', on);
  panel.hidden = !on;
  closePalette();
  closeComparison();
  setMarking(on);
  showAnswers();
  lineUp();
  if (on) {
    panel.scrollIntoView({ block: 'start', behavior: 'instant' });
    one('#annotate-heading').focus({ preventScroll: true });
  } else drawAll();
});

document.addEventListener('viewchange', () => {
  announce('');
  closePalette();
  if (isView('annotate')) listOwn();
});
one('#annotate-stop').addEventListener('click', () => setView('annotate', false));
one('#annotate-name').addEventListener('input', (event) => {
  mine.coder = event.target.value.trim();
  unsavedAnswers = true;
});
one('#annotate-save').addEventListener('click', () => {
  saveAnswers();
  announce('Your marks are saved in a file, where your browser keeps downloads.');
});
one('#annotate-load').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  try {
    const answers = await readAnswersFile(file);
    mine = answers;
    for (const field of replyFields()) field.value = answers.replies.get(field.dataset.question) ?? '';
    unsavedAnswers = false;
    showAnswers();
    announce(`Loaded: ${answers.marks.length} marks.`);
  } catch (error) {
    announce(`${file.name}: ${error.message}.`);
  }
});
