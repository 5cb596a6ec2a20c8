// Places in the texts: from a point of the page to a character of an article, and back. Offsets count code
// points of the article's text. An element with `data-chars` stands for that many characters, whatever it shows.
const holderOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.col [data-start]') ?? null;
const inCodePoints = (text) => [...text].length;

function* piecesOf(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield { node: child, length: inCodePoints(child.data) };
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (child.dataset.chars !== undefined) yield { node: child, length: Number(child.dataset.chars) };
    else yield* piecesOf(child);
  }
}

// The article and character at a point of the page; null outside the texts.
function placeIn(node, offset) {
  const holder = holderOf(node);
  if (!holder) return null;
  const point = document.createRange();
  point.setStart(node, offset);
  let at = Number(holder.dataset.start);
  for (const piece of piecesOf(holder)) {
    if (piece.node === node) {
      at += piece.node.nodeType === Node.TEXT_NODE ? inCodePoints(node.data.slice(0, offset)) : 0;
      break;
    }
    if (point.comparePoint(piece.node, 0) >= 0) break;
    if (piece.node.contains(node)) {
      at += 2 * offset > node.textContent.length ? piece.length : 0;
      break;
    }
    at += piece.length;
  }
  return { letter: holder.closest('.col').dataset.letter, at, holder };
}

// The characters from start to end of one paragraph or headline as a range of the page.
function rangeOf(holder, start, end) {
  const range = document.createRange();
  let at = Number(holder.dataset.start);
  let begun = false;
  for (const { node, length } of piecesOf(holder)) {
    const isText = node.nodeType === Node.TEXT_NODE;
    const units = (characters) => [...node.data].slice(0, characters).join('').length;
    if (!begun && start < at + length) {
      if (isText) range.setStart(node, units(Math.max(0, start - at)));
      else range.setStartBefore(node);
      begun = true;
    }
    if (begun && end <= at + length) {
      if (isText) range.setEnd(node, units(Math.max(0, end - at)));
      else range.setEndAfter(node);
      return range;
    }
    at += length;
  }
  return begun ? (range.setEndAfter(holder.lastChild), range) : null;
}
