"""`python -m docs.weights [WHEEL]`: writes the hashes of the installed model's files, or compares them with those of a wheel.

The official wheel lies on the releases page of explosion/spacy-models; whoever can fetch it compares once. The
configuration names the pipeline, so that `config.cfg` may differ where nothing else does.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.text.spacy_adapter import installed_model
from framing.text.spacy_adapter.weights import hashes_in

RECORD = Path("framing/text/spacy_adapter/weights.json")


def main() -> int:
    """Write the record, or compare it with a wheel; 1 where they differ."""
    if len(sys.argv) == 1:
        package, folder = installed_model()
        record = {package: hashes_in(folder)}
        RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    with TemporaryDirectory() as folder, zipfile.ZipFile(sys.argv[1]) as wheel:
        wheel.extractall(folder)
        others = hashes_in(Path(folder))
    (own,) = json.loads(RECORD.read_text(encoding="utf-8")).values()
    unlike = sorted(path for path in own.keys() | others.keys() if own.get(path) != others.get(path))
    print("\n".join(unlike) or "all files are the same")
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
