// One claim, several texts: the passages of a claim in the columns in view, and a gap where it is not.
const choice = one('#lineup select');

function lineUpCell(letter, claim) {
  const number = data.articles.findIndex((article) => article.letter === letter);
  const article = data.articles[number];
  const places = claim.l.filter((place) => data.passages[place].a === number);
  const name = make('p', { class: 'small', text: article.name });
  if (!places.length) {
    const why = claim.g[article.source];
    const text = why ? `A gap: ${why}.` : 'A gap: this text does not say it.';
    return make('div', { class: 'missing' }, name, make('p', { class: 'q', text }));
  }
  return make('div', {}, name, ...places.map((place) => {
    const passage = data.passages[place];
    const link = make('button', { type: 'button', class: 'btn flat', text: 'in the text', 'aria-label': `Go to the text: ${article.name}`, onclick: () => goTo(place) });
    return make('p', { class: 'q' }, make('span', { class: 'v' }, `${passage.c} `, make('small', { text: passage.p })), make('br'), ...inBold(passage), ' ', link);
  }));
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
  for (const text of claim ? all('.col.shown .txt') : []) {
    const words = one('.clm.lined', text);
    text.scrollTop = words ? text.scrollTop + words.getBoundingClientRect().top - text.getBoundingClientRect().top - 90 : 0;
  }
}

if (choice) choice.addEventListener('change', lineUp);

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
