// Every number opens the passages that it was counted from.
const drawer = one('#drawer');
let drawerOpener = null;

function closeDrawer(returnFocus = false) {
  if (drawer.hidden) return;
  drawer.hidden = true;
  if (returnFocus && drawerOpener) drawerOpener.focus();
}

function inBold(passage) {
  // Offsets count code points, not UTF-16 units.
  const characters = [...passage.t];
  const pieces = [];
  let at = 0;
  for (const [start, end] of passage.s) {
    if (start < at) continue;
    pieces.push(characters.slice(at, start).join(''), make('mark', { text: characters.slice(start, end).join('') }));
    at = end;
  }
  pieces.push(characters.slice(at).join(''));
  return pieces;
}

function passageItem(place) {
  const passage = data.passages[place];
  const link = document.getElementById(passage.g) && make('a', { href: `#${passage.g}`, text: 'go to the text', onclick: (event) => {
    event.preventDefault();
    goTo(place);
  } });
  const about = make('span', { class: 'm' }, `${articleName(passage)}, ${passage.p} · ${passage.c}`, ...(link ? [' · ', link] : []));
  const beside = passage.u ? [make('span', { class: 'm beside', text: 'In the text:' }), passage.u] : [];
  if (passage.e) about.append(...(document.querySelector(`button[id="${passage.g}"]`) ? correctionRemark(passage) : [rejecting(passage)]));
  return make('li', { 'data-passage': passage.m }, about, ...inBold(passage), ...beside);
}

function openDrawer(title, places, opener, size = places.length) {
  closeNote();
  drawerOpener = opener;
  const count = places.length;
  const intro = size > count
    ? `${size.toLocaleString('en')} passages, of which ${count} are here, drawn at random. The tables of the same run hold every row.`
    : count === 1 ? '1 passage. This is the row that the number counts.' : `${count} passages. These are the rows that the number counts.`;
  drawer.replaceChildren(
    closeButton('Close passages', () => closeDrawer(true)),
    make('h3', { id: 'drawer-heading', text: title }),
    make('p', { class: 'small', text: intro }),
    make('ol', {}, ...places.map(passageItem)),
  );
  drawer.hidden = false;
  drawer.scrollTop = 0;
  drawer.focus({ preventScroll: true });
}

function goTo(place) {
  const passage = data.passages[place];
  const target = document.getElementById(passage.g);
  if (!target) return;
  closeDrawer();
  unfold(target);
  if (passage.k) {
    target.scrollIntoView({ block: 'center', behavior: 'auto' });
    openNote(place);
    return;
  }
  for (const element of all('.rm.hot, .clm.hot, .qty.hot, .chk.hot')) element.classList.remove('hot');
  const words = target.closest('.rm, .rmi') ?? target.parentElement;
  for (const element of all('.clm, .qty, .chk', target.closest('.col'))) element.classList.toggle('hot', element.dataset.mention === passage.m);
  if (words.matches('.rm, .rmi')) words.classList.add('hot');
  scrollTo(words);
}

document.addEventListener('click', (event) => {
  const number = event.target.closest('[data-list]');
  if (number) {
    const { list } = number.dataset;
    openDrawer(data.titles[list], data.lists[list], number, data.sizes[list]);
  }
  else if (!drawer.hidden && !event.target.closest('#drawer, .chart')) closeDrawer();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (!note.hidden) closeNote(true);
  else closeDrawer(true);
});
