// Words selected by mouse, touch or keyboard, the label they get, and the palette that offers it.
const palette = one('#palette');
const annotateStatus = one('#annotate-status');
const isMarking = () => isView('annotate') && !root.classList.contains('compared');
let chosen = null;
let cursor = null;
let pressed = false;

const announce = (sentence) => { annotateStatus.textContent = sentence; };
const quoted = (words) => `“${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`;

// The words of a stretch as the page shows them now, so that a hidden name stays hidden.
function shownWords(text, start, end) {
  const holder = text.holders.findLast((one) => one.start <= start);
  return rangeOf(holder.element, start, end).toString();
}

function goToWords(text, start, end) {
  const holder = text.holders.findLast((one) => one.start <= start);
  unfold(holder.element);
  scrollTo(holder.element);
  if (!holder.element.hasAttribute('tabindex')) holder.element.tabIndex = -1;
  holder.element.focus({ preventScroll: true });
  const [first, behind] = wordsWithin(text, start, end);
  if (isMarking()) setCursor(text, first, behind - 1);
  else selectStretch(holder, start, end);
}

function selectStretch(holder, start, end) {
  const range = rangeOf(holder.element, start, end);
  getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

// The word cursor is the selection: from the word it was set on to the word it was moved to.
function setCursor(text, anchor, focus = anchor) {
  cursor = { text, anchor, focus };
  const [first, last] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  chosen = { text, start: text.starts[first], end: text.ends[last] };
  selectStretch(text.holderOf[first], chosen.start, chosen.end);
  const labels = marksAt(chosen).map((mark) => data.kinds[mark.kind]);
  announce(`${shownWords(text, chosen.start, chosen.end)}${labels.length ? `. Marked: ${labels.join(', ')}` : ''}`);
}

const marksAt = ({ text, start, end }) => mine.marks.filter((mark) => mark.id === text.id && mark.start < end && start < mark.end);

function addMark(kind) {
  if (!chosen) return;
  const { text } = chosen;
  let { start, end } = chosen;
  const same = marksAt(chosen).filter((mark) => mark.kind === kind);
  for (const mark of same) [start, end] = [Math.min(start, mark.start), Math.max(end, mark.end)];
  mine.marks = [...mine.marks.filter((mark) => !same.includes(mark)), { id: text.id, kind, start, end }];
  changed(text);
  if (document.activeElement === text.holderOf[cursor.focus].element) selectStretch(text.holderOf[cursor.focus], chosen.start, chosen.end);
  announce(`Marked as ${data.kinds[kind]}: ${quoted(shownWords(text, start, end))}`);
}

function removeMarks(marks) {
  if (!marks.length) {
    announce('There is no mark of yours here.');
    return;
  }
  mine.marks = mine.marks.filter((mark) => !marks.includes(mark));
  changed(texts.get(marks[0].id));
  announce(marks.length === 1 ? 'Mark removed.' : `${marks.length} marks removed.`);
}

// The shortest of the marks at a place: the innermost one.
const innermost = (marks) => [...marks].sort((a, b) => (a.end - a.start) - (b.end - b.start)).slice(0, 1);

function changed(text) {
  unsavedAnswers = true;
  drawOwn(text);
  listOwn();
  closePalette();
}

// The palette with the four labels beside the selected words.
function openPalette(box) {
  const marks = marksAt(chosen);
  one('#palette-remove').hidden = !marks.length;
  one('#palette-words').textContent = quoted(shownWords(chosen.text, chosen.start, chosen.end));
  palette.hidden = false;
  const left = Math.max(10, Math.min(box.left + scrollX, scrollX + innerWidth - palette.offsetWidth - 12));
  palette.style.left = `${left}px`;
  palette.style.top = `${box.bottom + scrollY + 10}px`;
}

function closePalette() {
  palette.hidden = true;
}

for (const button of all('[data-label]', palette)) {
  // The words must stay selected while a label is pressed.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    addMark(button.dataset.label);
    getSelection().removeAllRanges();
  });
}
one('#palette-remove').addEventListener('click', () => removeMarks(innermost(marksAt(chosen))));
one('#palette-close').addEventListener('click', closePalette);

// What is selected by mouse or touch, widened to whole words and kept within one paragraph.
function chooseSelected() {
  const selection = getSelection();
  if (!isMarking() || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const from = placeIn(range.startContainer, range.startOffset) ?? firstPlace(range);
  if (!from) return;
  const text = textBy(from.letter);
  const holder = text.holders.find((one) => one.element === from.holder);
  const to = placeIn(range.endContainer, range.endOffset);
  const end = to && to.holder === from.holder ? to.at : holder.end;
  const [first, behind] = wordsWithin(text, from.at, Math.max(end, from.at + 1));
  const last = Math.min(behind, text.holderOf.findLastIndex((one) => one === holder) + 1);
  if (first >= last) return;
  cursor = { text, anchor: first, focus: last - 1 };
  chosen = { text, start: text.starts[first], end: text.ends[last - 1] };
  openPalette(range.getBoundingClientRect());
}

// A selection may begin between two paragraphs; it counts from the first paragraph in it.
function firstPlace(range) {
  const element = all('.col.shown [data-start]').find((one) => range.intersectsNode(one));
  return element ? placeIn(element, 0) : null;
}

// A press on a word puts the cursor there, and on a mark of one's own opens the palette for it.
function choosePoint({ clientX, clientY }) {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  const range = caret ? null : document.caretRangeFromPoint?.(clientX, clientY);
  const from = caret ? placeIn(caret.offsetNode, caret.offset) : range && placeIn(range.startContainer, range.startOffset);
  if (!isMarking() || !from) return;
  const text = textBy(from.letter);
  const holder = text.holders.find((one) => one.element === from.holder);
  const { at } = from;
  const [first] = wordsWithin(text, at, at + 1);
  const word = Math.min(first, text.starts.length - 1);
  if (text.holderOf[word] !== holder) return;
  cursor = { text, anchor: word, focus: word };
  chosen = { text, start: text.starts[word], end: text.ends[word] };
  const [mark] = innermost(marksAt(chosen));
  if (!mark || at < mark.start || at > mark.end) {
    closePalette();
    return;
  }
  chosen = { text, start: mark.start, end: mark.end };
  openPalette(rangeOf(holder.element, mark.start, mark.end).getBoundingClientRect());
}

document.addEventListener('pointerdown', (event) => {
  pressed = true;
  if (!event.target.closest('#palette')) closePalette();
});
document.addEventListener('pointerup', (event) => {
  pressed = false;
  setTimeout(() => {
    if (!getSelection().isCollapsed) chooseSelected();
    else if (event.target.closest('.col [data-start]')) choosePoint(event);
  }, 0);
});
document.addEventListener('pointercancel', () => { pressed = false; });

// On a touch screen the handles of a selection move without a press on the text.
let waiting = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting);
  if (!isMarking() || !matchMedia('(pointer: coarse)').matches) return;
  waiting = setTimeout(() => {
    if (!pressed && !getSelection().isCollapsed) chooseSelected();
  }, 350);
});

function moveCursor(event) {
  const element = event.target.closest('.col [data-start]');
  const text = textBy(element.closest('.col').dataset.letter);
  const holder = text.holders.find((one) => one.element === element);
  const first = text.holderOf.indexOf(holder);
  const last = text.holderOf.lastIndexOf(holder);
  if (first < 0) return;
  const inside = cursor?.text === text && text.holderOf[cursor.focus] === holder;
  const at = inside ? cursor.focus : first;
  const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: first, End: last }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    const next = Math.max(first, Math.min(last, inside ? step : first));
    setCursor(text, event.shiftKey && inside ? cursor.anchor : next, next);
    return;
  }
  const paragraph = text.holders[text.holders.indexOf(holder) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0)];
  if (paragraph && paragraph !== holder) {
    event.preventDefault();
    unfold(paragraph.element);
    paragraph.element.focus();
    const word = text.holderOf.indexOf(paragraph);
    if (word >= 0) setCursor(text, word);
    return;
  }
  const kind = event.key.toUpperCase();
  if (KINDS.includes(kind)) {
    event.preventDefault();
    if (!inside) setCursor(text, first);
    addMark(kind);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    removeMarks(inside ? innermost(marksAt(chosen)) : []);
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !palette.hidden) closePalette();
  else if (isMarking() && event.target.matches?.('.col [data-start]') && !event.ctrlKey && !event.metaKey && !event.altKey) moveCursor(event);
});
