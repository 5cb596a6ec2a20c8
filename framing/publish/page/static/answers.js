// What a student marks, reads and replies, and the file that keeps it.
const MOST_BYTES = 2_000_000;
const LONGEST_NAME = 80;
const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
let mine = { coder: '', file_id: randomId(), read: new Set(), marks: [], replies: new Map() };
let unsavedAnswers = false;

const replyFields = () => all('textarea[data-question]');
const wordingOf = (field) => document.getElementById(field.getAttribute('aria-describedby')).textContent;
const wordings = new Map(replyFields().map((field) => [field.dataset.question, wordingOf(field)]));

function answersFile() {
  const marks = mine.marks.map(({ id, kind, start, end }) => ({ article_id: id, kind, start, end, text: charactersOf(texts.get(id), start, end) }));
  const replies = new Map(mine.replies);
  for (const field of replyFields()) {
    if (field.value.trim()) replies.set(field.dataset.question, field.value);
    else replies.delete(field.dataset.question);
  }
  return {
    format: 'framing-answers',
    version: 1,
    page: data.page,
    coder: mine.coder,
    file_id: mine.file_id,
    saved: new Date().toISOString(),
    read: [...mine.read],
    marks,
    questions: Object.fromEntries([...wordings].filter(([question]) => replies.has(question))),
    replies: Object.fromEntries(replies),
  };
}

function saveAnswers() {
  const name = mine.coder.normalize('NFKD').replace(/[^a-z0-9]+/gi, '-').replace(/^-+|-+$/g, '').toLowerCase() || 'my';
  save(`${name}-marks.json`, `${JSON.stringify(answersFile(), null, 1)}\n`, 'application/json');
  unsavedAnswers = false;
}

for (const field of replyFields()) field.addEventListener('input', () => { unsavedAnswers = true; });
for (const button of all('[data-save-answers]')) {
  button.addEventListener('click', () => {
    saveAnswers();
    one('[role=status]', button.parentElement).textContent = 'Saved in a file, with your marks.';
  });
}

addEventListener('beforeunload', (event) => {
  if (unsavedAnswers) event.preventDefault();
});

const isText = (value, longest) => typeof value === 'string' && [...value].length <= longest;

// A saved file, checked; throws an error that says in one line what is wrong. The file may come from anybody.
function checkedAnswers(content) {
  let answers = null;
  try {
    answers = JSON.parse(content);
  } catch {
    throw new Error('is not a file of answers');
  }
  if (answers?.format !== 'framing-answers' || answers.version !== 1) throw new Error('is not a file of answers');
  if (answers.page !== data.page) throw new Error('holds answers to another page');
  const { coder, file_id: fileId, read, marks, replies } = answers;
  const sound = isText(coder, LONGEST_NAME) && isText(fileId, 300) && Array.isArray(read) && Array.isArray(marks) && replies && typeof replies === 'object';
  if (!sound || read.length > 200 || marks.length > 5000) throw new Error('is not a file of answers');
  for (const id of read) if (!texts.has(id)) throw new Error('names a text that this page has not');
  marks.forEach((mark, number) => {
    const text = texts.get(mark?.article_id);
    const fits = text && KINDS.includes(mark.kind) && Number.isInteger(mark.start) && Number.isInteger(mark.end) && mark.start >= 0 && mark.start < mark.end;
    if (!fits || charactersOf(text, mark.start, mark.end) !== mark.text) throw new Error(`mark ${number + 1} does not fit its text`);
  });
  return {
    coder: coder.trim(),
    file_id: fileId,
    read: new Set(read),
    marks: marks.map(({ article_id: id, kind, start, end }) => ({ id, kind, start, end })),
    replies: new Map(Object.entries(replies).filter(([, reply]) => typeof reply === 'string')),
  };
}

async function readAnswersFile(file) {
  if (file.size > MOST_BYTES) throw new Error('is too large for a file of answers');
  return checkedAnswers(await file.text());
}

// Answers as one coder: marks in pieces like the program's, and the texts that were coded.
function coderOf(answers, name) {
  const marks = new Map(answers.marks.map((mark) => [`${mark.id} ${mark.kind} ${mark.start} ${mark.end}`, { id: mark.id, kind: mark.kind, pieces: [[mark.start, mark.end]] }]));
  return { name, articles: new Set([...answers.read, ...answers.marks.map((mark) => mark.id)]), marks: [...marks.values()] };
}

const programCoder = () => ({ name: 'the program', articles: new Set(texts.keys()), marks: [...texts.values()].flatMap((text) => text.program) });
