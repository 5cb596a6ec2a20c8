// Corrections: marks that a reader rejects or corrects, kept as rows of corrections.csv for the next run.
const { columns: fixColumns, forms: fixForms, tables: fixTables } = data.corrections;
const fixes = data.corrections.rows.map((cells, number) => ({
  ...Object.fromEntries(fixColumns.map((name, at) => [name, cells[at]])),
  saved: true,
  state: data.corrections.states[number],
}));
let takenBack = false;

const FIX_STATES = {
  applied: 'in the numbers of this page',
  agrees: 'the program says so too',
  replaced: 'another correction of this mark stands above it',
  not_found: 'not found in this run',
  refused: 'refused in this run; its table corrections.csv says why',
};
const keyOfFix = (row) => [row.article_id, row.table, row.start, row.end].join('|');
const keyOfMark = (passage) => [data.articles[passage.a].id, passage.e.f, passage.e.b, passage.e.e].join('|');
const markOfFix = new Map(data.passages.flatMap((passage, place) => (passage.e ? [[keyOfMark(passage), place]] : [])));
const fixesOf = (passage) => fixes.filter((row) => keyOfFix(row) === keyOfMark(passage));
const fixForm = (table) => fixForms[table] ?? [];
const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function fixWords(row) {
  if (row.action === 'reject') return 'Not a case';
  const field = fixForm(row.table).find((each) => each.c === row.column);
  const value = field?.o.find(([id]) => id === row.value)?.[1] ?? row.value;
  return `${field?.l ?? row.column}: ${value || 'nothing'}`;
}

// Whether a mark is rejected or corrected, here or in the run; empty where nobody did either.
function fixState(passage) {
  const rows = fixesOf(passage);
  if (rows.some((row) => row.action === 'reject')) return 'rejected';
  return rows.length || passage.e.h ? 'mended' : '';
}

function showFix(place) {
  const passage = data.passages[place];
  const badge = passage.k && document.getElementById(passage.g);
  if (!badge) return;
  const state = fixState(passage);
  badge.classList.toggle('rejected', state === 'rejected');
  badge.classList.toggle('mended', state === 'mended');
  if (state) badge.setAttribute('aria-describedby', `said-${state}`);
  else badge.removeAttribute('aria-describedby');
}

function setFixes(passage, rows) {
  const key = keyOfMark(passage);
  const old = fixes.filter((row) => keyOfFix(row) === key);
  takenBack ||= old.some((row) => row.saved);
  for (const row of old) fixes.splice(fixes.indexOf(row), 1);
  for (const row of rows) {
    fixes.push({
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
    });
  }
  showFix(markOfFix.get(key));
  listFixes();
}

// The list, the bar, and what they say of rows that no file holds yet.
const fixBar = one('#fix-bar');
const unsaved = () => fixes.filter((row) => !row.saved).length;

function fixItem(row) {
  const place = markOfFix.get(keyOfFix(row));
  const article = data.articles.find((view) => view.id === row.article_id);
  const about = [fixTables[row.table] ?? row.table, article ? article.name : 'a text that is not on this page'];
  about.push(row.saved ? FIX_STATES[row.state] ?? 'from a file' : 'not yet saved');
  const words = `${fixWords(row)}: “${short(row.text)}”`;
  const back = make('button', { type: 'button', class: 'btn flat', text: 'Take back', 'aria-label': `Take back: ${words}`, onclick: () => {
    takenBack ||= row.saved;
    fixes.splice(fixes.indexOf(row), 1);
    if (place !== undefined) showFix(place);
    listFixes();
    sayOfFixes('Taken back.');
  } });
  const link = place === undefined ? [] : [make('button', { type: 'button', class: 'btn flat', text: 'Go to the mark', 'aria-label': `Go to the mark: ${words}`, onclick: (event) => {
    event.stopPropagation();
    goTo(place);
  } })];
  return make('li', {}, make('b', { text: fixWords(row) }), ` “${short(row.text)}” `, make('span', { class: 'small', text: `${about.join(' · ')}${row.reason ? ` · ${row.reason}` : ''}` }), ' ', ...link, back);
}

function showFixBar(words) {
  const waiting = unsaved() > 0 || takenBack;
  fixBar.hidden = !words;
  root.classList.toggle('has-fixes', !fixBar.hidden);
  one('#fix-close').hidden = waiting;
  if (one('#fix-count').textContent !== words) one('#fix-count').textContent = words;
}
one('#fix-close').addEventListener('click', () => showFixBar(''));

function listFixes(saved = '') {
  one('#fix-list').replaceChildren(...fixes.map(fixItem));
  one('#fix-empty').hidden = fixes.length > 0;
  const count = unsaved();
  if (count) showFixBar(`${count} ${count === 1 ? 'correction' : 'corrections'} on this page, not yet saved`);
  else showFixBar(takenBack ? 'Corrections taken back, not yet saved' : saved);
}

function sayOfFixes(words) {
  const said = one('#fix-said');
  said.textContent = words;
  said.focus({ preventScroll: true });
}

for (const button of all('[data-fix-save]')) {
  button.addEventListener('click', () => {
    const by = one('#fix-by').value;
    for (const row of fixes) {
      if (!row.saved && !row.by) row.by = by;
      row.saved = true;
    }
    takenBack = false;
    const lines = [fixColumns, ...fixes.map((row) => fixColumns.map((name) => row[name] ?? ''))];
    save('corrections.csv', `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
    listFixes('Saved as corrections.csv. The numbers change at the next run.');
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

function loadFixes(text) {
  const [header = [], ...lines] = rowsOfCsv(text.replace(/^\ufeff/, ''));
  const names = header.map((name) => name.trim().toLowerCase());
  if (!['article_id', 'table', 'start', 'end', 'text', 'action'].every((name) => names.includes(name))) {
    sayOfFixes('This file is no table of corrections: it has other columns.');
    return;
  }
  const known = new Set(fixes.map((row) => [keyOfFix(row), row.action, row.column, row.value].join('|')));
  let added = 0;
  for (const line of lines) {
    const given = (name) => (line[names.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const row = Object.fromEntries(fixColumns.map((name) => [name, names.includes(name) ? given(name) : '']));
    row.table = row.table.toLowerCase().replace(/\.csv$/, '');
    row.action = row.action.toLowerCase();
    const key = [keyOfFix(row), row.action, row.column, row.value].join('|');
    if (known.has(key)) continue;
    known.add(key);
    fixes.push({ ...row, saved: true });
    added += 1;
  }
  for (const place of markOfFix.values()) showFix(place);
  listFixes();
  sayOfFixes(`${added} ${added === 1 ? 'correction' : 'corrections'} loaded.`);
}

one('#fix-file').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (file) loadFixes(await file.text());
  event.target.value = '';
});

for (const place of markOfFix.values()) showFix(place);
listFixes();
