// Agreement word by word and Krippendorff's alpha, as framing.answers counts them.
const ENOUGH = 10;
const MARKED_OR_NOT = 1;

function labelsOf(coder, text) {
  const labels = new Uint8Array(text.starts.length);
  for (const mark of coder.marks) {
    if (mark.id !== text.id) continue;
    for (const [start, end] of mark.pieces) {
      const [first, behind] = wordsWithin(text, start, end);
      for (let place = first; place < behind; place += 1) labels[place] |= MARKED_OR_NOT << KINDS.indexOf(mark.kind);
    }
  }
  return labels;
}

// Coders compared on one kind of mark, or on all kinds together: then a word's value is the set of its labels.
function agreementOf(coders, kind = '') {
  const found = { words: 0, marked: 0, markedAlike: 0, alike: 0, agreement: null, alpha: null, enough: false };
  const shift = KINDS.indexOf(kind);
  const totals = new Map();
  let agreeing = 0;
  for (const text of texts.values()) {
    const labels = coders.filter((coder) => coder.articles.has(text.id)).map((coder) => labelsOf(coder, text));
    if (labels.length < 2) continue;
    for (let word = 0; word < text.starts.length; word += 1) {
      const given = new Map();
      for (const one of labels) {
        const value = kind ? (one[word] >> shift) & MARKED_OR_NOT : one[word];
        given.set(value, (given.get(value) ?? 0) + 1);
      }
      const marked = given.size > 1 || !given.has(0);
      found.words += 1;
      found.marked += marked;
      found.alike += given.size === 1;
      found.markedAlike += marked && given.size === 1;
      for (const [value, number] of given) {
        totals.set(value, (totals.get(value) ?? 0) + number);
        agreeing += (number * (number - 1)) / (labels.length - 1);
      }
    }
  }
  found.enough = found.marked >= ENOUGH;
  if (!found.enough) return found;
  const n = [...totals.values()].reduce((sum, number) => sum + number, 0);
  const apart = n * n - [...totals.values()].reduce((sum, number) => sum + number * number, 0);
  found.agreement = agreeing / n;
  found.alpha = apart > 0 ? 1 - ((n - 1) * (n - agreeing)) / apart : null;
  return found;
}

const touches = (mark, other) => mark.id === other.id && mark.kind === other.kind
  && mark.pieces.some(([start, end]) => other.pieces.some(([from, to]) => start < to && from < end));

const touching = (marks, others) => marks.filter((mark) => others.some((other) => touches(mark, other)));

// The marks of two coders in the texts that both have coded.
function sharedMarks(one, other) {
  const both = new Set([...one.articles].filter((id) => other.articles.has(id)));
  return [one, other].map((coder) => coder.marks.filter((mark) => both.has(mark.id)));
}
