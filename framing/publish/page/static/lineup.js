// One claim, several texts: the passages of a claim in the columns in view, and a gap where it is not.
const choice = one('#lineup select');

function gapWords(claim, article) {
  const why = claim.g[article.source];
  return why ? `A gap: ${why}.` : 'A gap: this text does not say it.';
}

function lineUpCell(letter, claim) {
  const number = data.articles.findIndex((article) => article.letter === letter);
  const article = data.articles[number];
  const places = claim.l.filter((place) => data.passages[place].a === number);
  const name = make('p', { class: 'small', text: article.name });
  if (!places.length) {
    return make('div', { class: 'missing' }, name, make('p', { class: 'q', text: gapWords(claim, article) }));
  }
  return make('div', {}, name, ...places.map((place) => {
    const passage = data.passages[place];
    const link = make('button', { type: 'button', class: 'btn flat', text: 'in the text', 'aria-label': `Go to the text: ${article.name}`, onclick: () => goTo(place) });
    return make('p', { class: 'q' }, make('span', { class: 'v' }, `${passage.c} `, make('small', { text: passage.p })), make('br'), ...inBold(passage), ' ', link);
  }));
}

// What a column says over its text while a claim is lined up: that it has a gap.
function markGap(column, claim) {
  all('.gap-here', column).forEach((line) => line.remove());
  const number = data.articles.findIndex((article) => article.letter === column.dataset.letter);
  if (!claim || claim.l.some((place) => data.passages[place].a === number)) return;
  one('.fold', column).prepend(make('p', { class: 'gap-here', text: gapWords(claim, data.articles[number]) }));
}

function lineUp() {
  if (!choice) return;
  const claim = data.claims[choice.value];
  const holder = one('#lu');
  const order = columns.filter((column) => column.classList.contains('shown')).map((column) => column.dataset.letter);
  holder.style.setProperty('--shown', Math.max(1, order.length));
  holder.replaceChildren(...(claim ? order.map((letter) => lineUpCell(letter, claim)) : []));
  const lined = new Set(claim ? claim.l.map((place) => data.passages[place].m) : []);
  for (const words of all('.col .clm')) words.classList.toggle('lined', lined.has(words.dataset.mention));
  // Each column becomes a window on its text, with the passage at the same height in all of them.
  one('.cols').classList.toggle('aligned', Boolean(claim));
  one('#aligned').hidden = !claim;
  one('#aligned span').textContent = claim ? `Lined up: ${claim.t}` : '';
  for (const column of columns) {
    markGap(column, claim);
    if (claim) one('.txt', column).tabIndex = 0;
    else one('.txt', column).removeAttribute('tabindex');
  }
  for (const text of claim ? all('.col.shown .txt') : []) {
    const words = one('.clm.lined', text);
    text.scrollTop = words ? text.scrollTop + words.getBoundingClientRect().top - text.getBoundingClientRect().top - 90 : 0;
  }
}

// Lines the columns up on a claim; the view stays with the columns, beside the text where it was pressed.
function alignOn(id, column) {
  choice.value = id;
  lineUp();
  const words = one('.clm.lined', column);
  one('#aligned').scrollIntoView({ block: 'start', behavior: 'auto' });
  const badge = words && one('.cb', words);
  if (badge) badge.focus({ preventScroll: true });
}

if (choice) {
  choice.addEventListener('change', lineUp);
  document.addEventListener('names', lineUp);
  one('#whole').addEventListener('click', () => {
    choice.value = '';
    lineUp();
    choice.focus();
  });
}

for (const button of all('[data-lineup]')) {
  button.addEventListener('click', () => {
    choice.value = button.dataset.lineup;
    lineUp();
    one('#lineup').scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
    choice.focus({ preventScroll: true });
  });
}

const allClaims = one('#all-claims');
function showClaims(on) {
  one('#table-claims').classList.toggle('all', on);
  allClaims.setAttribute('aria-expanded', on);
  allClaims.textContent = on ? allClaims.dataset.less : allClaims.dataset.more;
}
if (allClaims) {
  allClaims.addEventListener('click', () => showClaims(allClaims.getAttribute('aria-expanded') !== 'true'));
}
