"""Draws the articles whose sentences are labelled: 50 by lot, a half open to those who make rules; prints a line for each sentence.

.venv/bin/python benchmarks/gold/draw.py > unlabelled.jsonl
"""

import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reading_room.corpus.folder import Folder  # noqa: E402
from reading_room.model.sentences import sentences  # noqa: E402
from reading_room.permalinks.lineage import number_first  # noqa: E402

DRAWN, SEED = 50, 11


def main() -> None:
    folder = Folder(ROOT / "corpus")
    drafts = [draft for source in folder.sources([]) if (draft := folder.draft(source.slug, []))]
    drawn = random.Random(SEED).sample(drafts, DRAWN)
    for at, draft in enumerate(drawn):
        article = draft.article
        for passage in number_first(draft.blocks):
            for span in sentences(passage.text):
                line = {
                    "article": article.slug,
                    "half": "open" if at % 2 else "closed",
                    "published": article.published.written if article.published else None,
                    "passage": passage.id,
                    "start": span.start,
                    "end": span.end,
                    "text": passage.text[span.start : span.end],
                }
                print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
