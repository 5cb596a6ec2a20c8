// The student's marks beside the program's, and beside those of other students.
const comparison = one('#comparison');
const compareButton = one('#annotate-compare');
let comparisonParts = () => [];
const TOO_FEW = 'too few to compare';
const inPercent = (share) => `${Math.round(100 * share)} %`;
const inSigns = (alpha) => (alpha === null ? 'cannot be worked out' : alpha.toFixed(2).replace('-', '−'));
const ofMarks = (count) => (count === 1 ? '1 mark' : `${count} marks`);

function closeComparison() {
  comparison.replaceChildren();
  comparison.hidden = true;
  compareButton.setAttribute('aria-pressed', 'false');
}

function tableOf(caption, head, rows) {
  const cells = (row) => row.map((cell, number) => (number ? make('td', { 'data-th': head[number] }, make('span', {}, cell)) : make('th', { scope: 'row' }, cell)));
  return make('div', { class: 'tw', tabindex: '0', role: 'region', 'aria-label': `Table: ${caption}` }, make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...head.map((name) => make('th', { scope: 'col', text: name })))),
    make('tbody', {}, ...rows.map((row) => make('tr', {}, ...cells(row)))),
  ));
}

const inFigures = (count) => count.toLocaleString('en');
const few = () => make('span', { class: 'few', text: TOO_FEW });

function figures(found) {
  return [
    inFigures(found.words),
    inFigures(found.marked),
    inFigures(found.markedAlike),
    found.enough ? inPercent(found.agreement) : few(),
    found.enough ? inSigns(found.alpha) : few(),
  ];
}

const FIGURES = ['Words', 'Marked by anybody', 'Marked alike', 'Agreement', 'Krippendorff’s alpha'];
const kindHead = (kind) => make('span', {}, make('span', { class: `tg k${kind}`, 'aria-hidden': 'true' }), data.kinds[kind]);

function kindRows(coders) {
  return [
    ...KINDS.map((kind) => [kindHead(kind), ...figures(agreementOf(coders, kind))]),
    ['All labels together', ...figures(agreementOf(coders))],
  ];
}

function differences(title, marks) {
  const items = marks.map((mark) => {
    const text = texts.get(mark.id);
    const words = mark.pieces.map(([start, end]) => shownWords(text, start, end)).join(' … ');
    const badge = make('span', { class: `${mark.isProgram ? 'tg' : 'own-tg'} k${mark.kind}`, role: 'img', 'aria-label': data.kinds[mark.kind] });
    const go = make('button', { type: 'button', class: 'btn flat', text: quoted(words), onclick: () => goToWords(text, ...mark.pieces[0]) });
    return make('li', {}, badge, go, make('span', { class: 'small', text: articleName({ a: text.number }) }));
  });
  const summary = make('summary', { text: `${title}: ${marks.length}` });
  return make('details', {}, summary, make('ul', { class: 'own-list' }, ...items));
}

function withProgram() {
  const me = coderOf(mine, 'you');
  const program = programCoder();
  const [own, found] = sharedMarks(me, program);
  const all = agreementOf([me, program]);
  const sentence = all.enough
    ? `You and the program agree on ${inFigures(all.alike)} of ${inFigures(all.words)} words (${inPercent(all.agreement)}). Of the ${all.marked} words that either of you marked, ${all.markedAlike} have the same label from both. Krippendorff’s alpha is ${inSigns(all.alpha)}: 1 is full agreement, 0 is what chance would bring. Where you differ, either of you may be right.`
    : `Too few to compare: ${all.marked} marked words, and at least ${ENOUGH} are needed. Mark more, or tick the texts that you have read to the end.`;
  const touched = `Of your ${ofMarks(own.length)}, ${touching(own, found).length} touch a mark of the program with the same label. Of the program’s ${ofMarks(found.length)} in these texts, you touched ${touching(found, own).length}.`;
  const meets = (marks, others) => marks.filter((mark) => touching([mark], others).length);
  const alone = (marks, others) => marks.filter((mark) => !touching([mark], others).length);
  return [
    make('h3', { tabindex: '-1', text: 'You and the program' }),
    make('p', { class: 'say', text: sentence }),
    make('p', { text: `${touched} Compared are the texts that you marked or ticked.` }),
    tableOf('you and the program', ['Label', ...FIGURES], kindRows([me, program])),
    make('p', { class: 'small', text: 'In the texts: a hollow letter and a dashed box are yours, a filled letter is the program’s.' }),
    differences('Only you', alone(own, found)),
    differences('Only the program', alone(found, own)),
    differences('Both of you', meets(own, found)),
  ];
}

function withOthers(others, refused) {
  const me = coderOf(mine, 'You');
  const coders = [...(me.articles.size ? [me] : []), ...others];
  const pairs = coders.flatMap((one, number) => coders.slice(number + 1).map((other) => [one, other]));
  return [
    make('h3', { tabindex: '-1', text: 'You and others' }),
    ...refused.map((line) => make('p', { class: 'notice', text: line })),
    ...(coders.length < 2 ? [make('p', { text: 'There is nobody to compare with yet.' })] : [
      make('p', { text: `${coders.length} students. A text that somebody neither marked nor ticked is not counted for that student.` }),
      tableOf('all students together', ['Label', ...FIGURES], kindRows(coders)),
      tableOf('each with each, all labels together', ['Two students', ...FIGURES], pairs.map((pair) => [pair.map((coder) => coder.name).join(' and '), ...figures(agreementOf(pair))])),
    ]),
  ];
}

function showComparison(parts) {
  comparisonParts = parts;
  comparison.replaceChildren(...parts());
  comparison.hidden = false;
  one('h3', comparison).focus({ preventScroll: true });
  scrollTo(one('h3', comparison));
}

// Another view may hide names, here as in the texts.
document.addEventListener('viewchange', () => {
  if (!comparison.hidden) comparison.replaceChildren(...comparisonParts());
});

compareButton.addEventListener('click', () => {
  const on = !root.classList.contains('compared');
  root.classList.toggle('compared', on);
  closePalette();
  closeComparison();
  announce('');
  setMarking(!on);
  if (on) for (const kind of KINDS) setKind(kind, true);
  showAnswers();
  if (!on) return;
  compareButton.setAttribute('aria-pressed', 'true');
  showComparison(withProgram);
});

one('#annotate-others').addEventListener('change', async (event) => {
  const files = [...event.target.files];
  event.target.value = '';
  if (!files.length) return;
  const others = new Map();
  const refused = [];
  for (const file of files) {
    try {
      const answers = await readAnswersFile(file);
      const key = `${answers.file_id} ${answers.coder}`;
      if (key !== `${mine.file_id} ${mine.coder}`) others.set(key, coderOf(answers, answers.coder || file.name));
    } catch (error) {
      refused.push(`${file.name}: ${error.message}.`);
    }
  }
  showComparison(() => withOthers([...others.values()], refused));
});
