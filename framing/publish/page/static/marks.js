// Switches per kind of mark, removed text, and the walk from mark to mark by keyboard.
const KINDS = Object.keys(data.kinds);
const kindChips = all('.chip[data-kind]');

function setKind(kind, on) {
  root.classList.toggle(`off-${kind}`, !on);
  kindChips.find((chip) => chip.dataset.kind === kind).setAttribute('aria-pressed', on);
}

const isOn = (kind) => !root.classList.contains(`off-${kind}`);

for (const chip of kindChips) {
  chip.addEventListener('click', () => {
    setKind(chip.dataset.kind, !isOn(chip.dataset.kind));
    closeNote();
    setTabStops();
  });
}

one('#one-kind')?.addEventListener('click', () => {
  const shown = KINDS.filter(isOn);
  const next = shown.length === 1 ? KINDS[(KINDS.indexOf(shown[0]) + 1) % KINDS.length] : KINDS[0];
  for (const kind of KINDS) setKind(kind, kind === next);
  closeNote();
  setTabStops();
});

function showRemoved(on) {
  root.classList.toggle('show-removed', on);
  one('#show-removed')?.setAttribute('aria-pressed', on);
}
one('#show-removed')?.addEventListener('click', (event) => {
  showRemoved(event.currentTarget.getAttribute('aria-pressed') !== 'true');
});

const copiedSwitch = one('#show-copied');
if (copiedSwitch) {
  copiedSwitch.addEventListener('click', () => {
    copiedSwitch.setAttribute('aria-pressed', root.classList.toggle('show-copied'));
  });
}

// Tab enters an article once; arrow keys walk its marks and open the fold on the way.
const isWalked = (badge) => (badge.matches('.cb') ? areClaimsShown() : isOn(data.passages[byAnchor.get(badge.id)].k));
const badgesOf = (column) => all('button.tg, button.cb', column).filter(isWalked);

function setTabStops() {
  for (const column of all('.col')) {
    const badges = badgesOf(column);
    for (const badge of all('button.tg, button.cb', column)) badge.tabIndex = -1;
    if (badges.length) badges[0].tabIndex = 0;
  }
}

document.addEventListener('keydown', (event) => {
  const badge = event.target.closest('.col button.tg, .col button.cb');
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!badge || !step) return;
  event.preventDefault();
  const badges = badgesOf(badge.closest('.col'));
  const next = badges[badges.indexOf(badge) + step];
  if (!next) return;
  unfold(next);
  badge.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
