// The note beside a mark: what was found there, and why.
const note = one('#note');
let noteOpener = null;

function closeNote(returnFocus = false) {
  if (note.hidden) return;
  note.hidden = true;
  for (const element of all('.hot')) element.classList.remove('hot');
  for (const badge of all('.tg.on')) badge.classList.remove('on');
  if (returnFocus && noteOpener) noteOpener.focus();
}

function closeButton(label, close) {
  return make('button', { type: 'button', class: 'x', 'aria-label': label, text: '×', onclick: close });
}

function noteBody(passage) {
  const copy = make('button', { type: 'button', class: 'btn flat', text: 'Copy quotation' });
  copy.addEventListener('click', async () => {
    const quotation = `“${passage.t}” (${articleName(passage)}, ${passage.p})`;
    try {
      await navigator.clipboard.writeText(quotation);
      copy.textContent = 'Copied';
    } catch {
      copy.textContent = 'Copying is not allowed here';
    }
  });
  return [
    closeButton('Close note', () => closeNote(true)),
    make('h3', { id: 'note-heading' }, make('span', { class: `tg k${passage.k}`, 'aria-hidden': 'true' }), make('span', { text: passage.h })),
    make('p', { class: 'cl', text: passage.c }),
    make('p', { text: passage.w }),
    ...(passage.d.length ? [make('dl', {}, ...passage.d.flatMap(([label, value]) => [make('dt', { text: label }), make('dd', { text: value })]))] : []),
    make('p', { class: 'small', text: `Where: ${articleName(passage)}, ${passage.p}, ${passage.o}` }),
    make('p', { class: 'small rule', text: `Rule: ${passage.r}` }),
    ...(passage.e ? [agreement(passage)] : []),
    make('div', { class: 'act' }, copy),
  ];
}

function placeNote(badge) {
  if (getComputedStyle(note).position === 'fixed') {
    const hidden = badge.getBoundingClientRect().bottom + note.offsetHeight + 24 - innerHeight;
    if (hidden > 0) scrollBy({ top: hidden, behavior: calm() ? 'auto' : 'smooth' });
    return;
  }
  const box = badge.getBoundingClientRect();
  const left = Math.max(12, Math.min(box.left + scrollX - 12, scrollX + innerWidth - note.offsetWidth - 18));
  const fitsBelow = box.bottom + note.offsetHeight + 20 <= innerHeight;
  const fitsAbove = box.top - note.offsetHeight - 14 > 120;
  const top = !fitsBelow && fitsAbove ? box.top + scrollY - note.offsetHeight - 12 : box.bottom + scrollY + 10;
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
  const below = top - scrollY + note.offsetHeight + 16 - innerHeight;
  if (below > 0) scrollBy({ top: Math.min(below, box.top - 140), behavior: calm() ? 'auto' : 'smooth' });
}

function openNote(place) {
  const passage = data.passages[place];
  const badge = document.getElementById(passage.g);
  if (!badge) return;
  closeNote();
  closeDrawer();
  if (!isOn(passage.k)) setKind(passage.k, true);
  unfold(badge);
  noteOpener = badge;
  note.replaceChildren(...noteBody(passage));
  note.hidden = false;
  badge.classList.add('on');
  for (const mark of all('.col mark')) mark.classList.toggle('hot', mark.dataset.mention === passage.m);
  placeNote(badge);
  note.focus({ preventScroll: true });
  history.replaceState(null, '', fragment(passage.g));
}

document.addEventListener('click', (event) => {
  const badge = event.target.closest('.col button.tg');
  if (badge) {
    openNote(byAnchor.get(badge.id));
    return;
  }
  if (event.target.closest('#note, #drawer, [data-list]')) return;
  closeNote();
  if (!event.target.closest('.spk, .cue, .con, .cas, .nam, .hdg, .line') || String(getSelection())) return;
  for (let mark = event.target.closest('.col mark'); mark; mark = mark.parentElement.closest('mark')) {
    const place = placeOf.get(mark.dataset.mention);
    if (isOn(data.passages[place].k)) {
      openNote(place);
      return;
    }
  }
});
