// Corrections: marks that a reader rejects or corrects, kept as rows of corrections.csv for the next run.
const { columns: correctionColumns, forms: correctionForms, tables: correctionTables } = data.corrections;
const inOneLine = (text) => text.replace(/\s+/g, ' ').trim().replace(/^'(?=[=+\-@])/, '');
const keyOf = (article, table, start, end, text) => [article, table, start, end, inOneLine(text)].join('|');
const withKey = (row) => ({ ...row, key: keyOf(row.article_id, row.table, row.start, row.end, row.text) });
const keyOfMark = (passage) => keyOf(data.articles[passage.a].id, passage.e.f, passage.e.b, passage.e.e, passage.e.x);

const corrections = data.corrections.rows.map((cells, number) => withKey({
  ...Object.fromEntries(correctionColumns.map((name, at) => [name, cells[at]])),
  saved: true,
  state: data.corrections.states[number],
  was: data.corrections.was[number],
}));
let takenBack = false;

const CORRECTION_STATES = {
  applied: 'in the numbers of this page',
  agrees: 'the program says so too',
  replaced: 'another correction of this mark stands above it',
  not_found: 'not found in this run',
  refused: 'refused in this run; its table corrections.csv says why',
};
const isOfUse = (row) => !['replaced', 'not_found', 'refused'].includes(row.state);
const markOfCorrection = new Map(data.passages.flatMap((passage, place) => (passage.e ? [[keyOfMark(passage), place]] : [])));

function correctionsOf(passage) {
  const key = keyOfMark(passage);
  return corrections.filter((row) => row.key === key && isOfUse(row));
}

const correctionForm = (table) => correctionForms[table] ?? [];
const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function correctionWords(row) {
  if (row.action === 'reject') return 'Not a case';
  const field = correctionForm(row.table).find((each) => each.c === row.column);
  const words = (value) => field?.o.find(([option]) => option === value)?.[1] ?? (shownAs(value) || 'nothing');
  const before = row.state === 'applied' ? ` (the program said: ${words(row.was)})` : '';
  return `${field?.l ?? row.column}: ${words(row.value)}${before}`;
}

// Whether a mark is rejected or corrected, here or in the run; empty where nobody did either.
function correctionState(passage) {
  const rows = correctionsOf(passage);
  if (rows.some((row) => row.action === 'reject')) return 'rejected';
  return rows.length || passage.e.h ? 'mended' : '';
}

function showCorrection(place) {
  const passage = data.passages[place];
  const badge = passage.k && document.getElementById(passage.g);
  if (!badge) return;
  const state = correctionState(passage);
  badge.classList.toggle('rejected', state === 'rejected');
  badge.classList.toggle('mended', state === 'mended');
  if (state) badge.setAttribute('aria-describedby', `said-${state}`);
  else badge.removeAttribute('aria-describedby');
}

function showAllCorrections() {
  const marked = corrections.map((row) => markOfCorrection.get(row.key)).filter((place) => place !== undefined);
  const byHand = [...markOfCorrection.values()].filter((place) => data.passages[place].e.h);
  for (const place of new Set([...marked, ...byHand])) showCorrection(place);
}

function setCorrections(passage, rows) {
  const key = keyOfMark(passage);
  const old = correctionsOf(passage);
  takenBack ||= old.some((row) => row.saved);
  for (const row of old) corrections.splice(corrections.indexOf(row), 1);
  for (const row of rows) {
    corrections.push(withKey({
      article_id: data.articles[passage.a].id,
      table: passage.e.f,
      start: String(passage.e.b),
      end: String(passage.e.e),
      text: passage.e.x,
      mention_id: passage.m,
      column: '',
      value: '',
      by: '',
      when: new Date().toISOString().slice(0, 10),
      ...row,
      saved: false,
    }));
  }
  showCorrection(markOfCorrection.get(key));
  listCorrections();
}

// The list, the bar, and what they say of rows that no file holds yet.
const correctionBar = one('#corrections-bar');
const unsaved = () => corrections.filter((row) => !row.saved).length;

function correctionItem(row) {
  const place = markOfCorrection.get(row.key);
  const article = data.articles.findIndex((view) => view.id === row.article_id);
  const about = [correctionTables[row.table] ?? row.table, article < 0 ? 'a text that is not on this page' : articleName({ a: article })];
  about.push(row.saved ? CORRECTION_STATES[row.state] ?? 'from a file' : 'not yet saved');
  const words = `${correctionWords(row)}: “${short(shownAs(row.text))}”`;
  const back = make('button', { type: 'button', class: 'btn flat', text: 'Take back', 'aria-label': `Take back: ${words}`, onclick: () => {
    takenBack ||= row.saved;
    corrections.splice(corrections.indexOf(row), 1);
    if (place !== undefined) showCorrection(place);
    listCorrections();
    sayOfCorrections('Taken back.');
  } });
  const link = place === undefined ? [] : [make('button', { type: 'button', class: 'btn flat', text: 'Go to the mark', 'aria-label': `Go to the mark: ${words}`, onclick: (event) => {
    event.stopPropagation();
    goTo(place);
  } })];
  return make('li', {}, make('b', { text: correctionWords(row) }), ` “${short(shownAs(row.text))}” `, make('span', { class: 'small', text: `${about.join(' · ')}${row.reason ? ` · ${row.reason}` : ''}` }), ' ', ...link, back);
}

function showCorrectionBar(words) {
  const waiting = unsaved() > 0 || takenBack;
  correctionBar.hidden = !words;
  root.classList.toggle('has-corrections', !correctionBar.hidden);
  one('#corrections-close').hidden = waiting;
  if (one('#corrections-count').textContent !== words) one('#corrections-count').textContent = words;
}
one('#corrections-close').addEventListener('click', () => showCorrectionBar(''));

function listCorrections(saved = '') {
  one('#corrections-list').replaceChildren(...corrections.map(correctionItem));
  one('#corrections-empty').hidden = corrections.length > 0;
  const count = unsaved();
  if (count) showCorrectionBar(`${count} ${count === 1 ? 'correction' : 'corrections'} on this page, not yet saved`);
  else showCorrectionBar(takenBack ? 'Corrections taken back, not yet saved' : saved);
}

function sayOfCorrections(words) {
  const said = one('#corrections-said');
  said.textContent = words;
  said.focus({ preventScroll: true });
}

for (const button of all('[data-save-corrections]')) {
  button.addEventListener('click', () => {
    const by = one('#corrections-by').value;
    for (const row of corrections) {
      if (!row.saved && !row.by) row.by = by;
      row.saved = true;
    }
    takenBack = false;
    const lines = [correctionColumns, ...corrections.map((row) => correctionColumns.map((name) => row[name] ?? ''))];
    save('corrections.csv', `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
    listCorrections('Saved as corrections.csv. The numbers change at the next run.');
  });
}

addEventListener('beforeunload', (event) => {
  if (unsaved() || takenBack) event.preventDefault();
});

// A saved table, to go on with: cells in quotation marks may hold anything.
function rowsOfCsv(text) {
  const delimiter = text.split('\n', 1)[0].includes(';') ? ';' : ',';
  const rows = [['']];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows[rows.length - 1];
    const character = text[at];
    if (quoted && character === '"' && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) row.push('');
    else if (!quoted && character === '\n') rows.push(['']);
    else if (quoted || character !== '\r') row[row.length - 1] += character;
  }
  return rows.filter((row) => row.some((filled) => filled.trim()));
}

function loadCorrections(text) {
  const [header = [], ...lines] = rowsOfCsv(text.replace(/^\ufeff/, ''));
  const names = header.map((name) => name.trim().toLowerCase());
  if (!['article_id', 'table', 'start', 'end', 'text', 'action'].every((name) => names.includes(name))) {
    sayOfCorrections('This file is no table of corrections: it has other columns.');
    return;
  }
  const known = new Set(corrections.map((row) => [row.key, row.action, row.column, row.value].join('|')));
  let added = 0;
  for (const line of lines) {
    const given = (name) => (line[names.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const cells = Object.fromEntries(correctionColumns.map((name) => [name, names.includes(name) ? given(name) : '']));
    const row = withKey({ ...cells, table: cells.table.toLowerCase().replace(/\.csv$/, ''), action: cells.action.toLowerCase(), saved: true });
    const whole = [row.key, row.action, row.column, row.value].join('|');
    if (known.has(whole)) continue;
    known.add(whole);
    corrections.push(row);
    added += 1;
  }
  showAllCorrections();
  listCorrections();
  sayOfCorrections(`${added} ${added === 1 ? 'correction' : 'corrections'} loaded.`);
}

one('#corrections-file').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (file) loadCorrections(await file.text());
  event.target.value = '';
});

showAllCorrections();
listCorrections();
document.addEventListener('names', () => listCorrections());
