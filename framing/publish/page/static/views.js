// Ways to see the page (names hidden, annotate first, projector, dark). Each is added where it is made, with a
// function that turns it on and off; the buttons that carry its name in `data-view` switch it.
const views = new Map();
const menu = one('#views');

function addView(name, set, on = false) {
  views.set(name, { set, on });
  for (const button of all(`[data-view="${name}"]`)) {
    button.hidden = false;
    button.setAttribute('aria-pressed', on);
  }
}

const isView = (name) => Boolean(views.get(name)?.on);

function setView(name, on) {
  const view = views.get(name);
  if (!view || view.on === on) return;
  closeNote();
  closeDrawer();
  view.on = on;
  for (const button of all(`[data-view="${name}"]`)) button.setAttribute('aria-pressed', on);
  view.set(on);
  document.dispatchEvent(new Event('viewchange'));
}

for (const button of all('[data-view]')) {
  button.addEventListener('click', () => {
    menu.open = false;
    setView(button.dataset.view, !isView(button.dataset.view));
  });
}

document.addEventListener('click', (event) => {
  if (!event.target.closest('#views')) menu.open = false;
});

menu.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  one('summary', menu).focus();
});
