// The dark page: as the computer asks, until somebody chooses.
const asksForDark = matchMedia('(prefers-color-scheme: dark)');

addView('dark', (on) => {
  root.dataset.theme = on ? 'dark' : 'light';
  drawAll();
}, asksForDark.matches);

asksForDark.addEventListener('change', () => {
  if (root.dataset.theme) return;
  addView('dark', views.get('dark').set, asksForDark.matches);
  drawAll();
});
