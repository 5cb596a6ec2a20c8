// Which texts stand side by side, and folding.
const columns = all('.col');
const textChips = all('.txt-chip');
let shown = [];

function mostShown() {
  const width = innerWidth / (parseFloat(getComputedStyle(root).fontSize) / 16);
  return width < 700 ? 1 : width < 1050 ? 2 : width < 1700 ? 3 : 4;
}

function showColumns() {
  if (!columns.length) return;
  shown = shown.slice(-mostShown());
  const visible = columns.filter((column) => shown.includes(column.dataset.letter));
  for (const column of columns) {
    column.classList.toggle('shown', visible.includes(column));
    column.classList.toggle('leftmost', column === visible[0]);
    column.classList.toggle('rightmost', column === visible[visible.length - 1]);
  }
  for (const chip of textChips) chip.setAttribute('aria-pressed', shown.includes(chip.dataset.letter));
  const holder = one('.cols');
  holder.style.setProperty('--shown', Math.max(1, visible.length));
  holder.dataset.shown = visible.length;
  lineUp();
}

// The text that was chosen longest ago gives way when there is no room for one more.
function showText(letter) {
  shown = [...shown.filter((other) => other !== letter), letter];
  showColumns();
}

for (const chip of textChips) {
  chip.addEventListener('click', () => {
    const letter = chip.dataset.letter;
    closeNote();
    if (!shown.includes(letter)) showText(letter);
    else if (shown.length > 1) {
      shown = shown.filter((other) => other !== letter);
      showColumns();
    }
  });
}

function setFold(fold, shut) {
  fold.classList.toggle('shut', shut);
  const button = one('.more button', fold);
  button.setAttribute('aria-expanded', !shut);
  button.textContent = shut ? button.dataset.more : button.dataset.less;
}

for (const button of all('.more button')) {
  button.addEventListener('click', () => {
    const fold = button.closest('.fold');
    const shut = !fold.classList.contains('shut');
    setFold(fold, shut);
    if (shut) scrollTo(one('h3', fold.closest('.col')));
  });
}

// Make a place in a text visible: choose its column, open its fold.
function unfold(element) {
  const column = element.closest('.col');
  if (column && !column.classList.contains('shown')) showText(column.dataset.letter);
  const fold = element.closest('.fold.shut');
  if (fold && (element.closest('.rest') || fold.classList.contains('tall'))) setFold(fold, false);
  if (element.closest('.rm, .rmi')) showRemoved(true);
}

function startColumns() {
  const first = [...columns].sort((a, b) => ('aside' in a.dataset) - ('aside' in b.dataset));
  shown = first.slice(0, mostShown()).map((column) => column.dataset.letter);
  showColumns();
}
