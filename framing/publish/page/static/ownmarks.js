// The student's own marks in the text: dashed boxes with a hollow letter. The words of the text stay untouched.
const OWN = 'own';
const LONGEST_UNBROKEN = 30;

function drawOwn(text) {
  for (const badge of all('.own-tg', text.column)) badge.remove();
  for (const element of all(`.${OWN}`, text.column)) element.replaceWith(...element.childNodes);
  if (!isView('annotate')) return;
  for (const mark of mine.marks.filter((one) => one.id === text.id)) drawOne(text, mark);
}

function drawOne(text, mark) {
  const holder = text.holders.findLast((one) => one.start <= mark.start);
  const pieces = [];
  let at = holder.start;
  for (const { node, length } of [...piecesOf(holder.element)]) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, at + length);
    if (from < to) pieces.push(node.nodeType === Node.TEXT_NODE ? cutOut(node, from - at, to - at) : node);
    at += length;
  }
  pieces.forEach((node, number) => {
    const place = `${number ? '' : ' first'}${number === pieces.length - 1 ? ' last' : ''}`;
    const element = make('span', { class: `${OWN} own-${mark.kind}${place}` });
    node.replaceWith(element);
    element.append(node);
    if (!number) putBadge(node, mark.kind);
  });
}

// The letter stands before the first word and stays on its line.
function putBadge(node, kind) {
  const badge = make('span', { class: `own-tg k${kind}`, role: 'img', 'aria-label': `Your mark, ${data.kinds[kind]}:` });
  if (node.nodeType === Node.TEXT_NODE) {
    const length = node.data.match(/^\S*/)[0].length;
    if (length > LONGEST_UNBROKEN) {
      node.before(badge);
      return;
    }
    if (length && length < node.data.length) node.splitText(length);
  }
  const together = make('span', { class: `${OWN} own-word nb` });
  node.replaceWith(together);
  together.append(badge, node);
}

// The part of a text node between two code points, as a node of its own.
function cutOut(node, from, to) {
  const units = (characters) => [...node.data].slice(0, characters).join('').length;
  const [first, last] = [units(from), units(to)];
  if (last < node.data.length) node.splitText(last);
  return first ? node.splitText(first) : node;
}

// Hidden names are put into the texts anew, and with them what stood inside.
document.addEventListener('names', () => {
  for (const text of texts.values()) drawOwn(text);
});
