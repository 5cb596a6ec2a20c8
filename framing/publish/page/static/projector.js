// The projector: one card a screen in large type; arrow keys move, Escape leaves.
const slides = all('[data-slide]');
const slideBar = one('#slide-bar');
const SMALLEST = 0.62;
let slide = 0;

// Type gets smaller, down to a limit, until a slide fits the screen.
function fitSlide() {
  const holder = one('#main');
  for (let size = 1; size >= SMALLEST; size -= 0.06) {
    root.style.setProperty('--fit', size);
    drawAll();
    if (holder.scrollHeight <= holder.clientHeight + 1) return;
  }
}

function showSlide(number, focus = true) {
  slide = Math.max(0, Math.min(slides.length - 1, number));
  for (const element of all('.pv')) element.classList.remove('pv');
  for (let element = slides[slide]; element.id !== 'main'; element = element.parentElement) element.classList.add('pv');
  one('#slide-place').textContent = `${slide + 1} of ${slides.length}: ${slides[slide].dataset.slide}`;
  one('#slide-back').disabled = slide === 0;
  one('#slide-next').disabled = slide === slides.length - 1;
  one('#main').scrollTop = 0;
  lineUp();
  fitSlide();
  if (focus) one('#main').focus({ preventScroll: true });
}

addView('projector', (on) => {
  root.classList.toggle('proj', on);
  slideBar.hidden = !on;
  if (on) {
    if (choice && !choice.value && choice.options.length > 1) choice.selectedIndex = 1;
    const seen = slides.findIndex((element) => element.getBoundingClientRect().bottom > 120);
    showSlide(Math.max(0, seen));
    return;
  }
  root.style.removeProperty('--fit');
  for (const element of all('.pv')) element.classList.remove('pv');
  showColumns();
  drawAll();
  slides[slide].scrollIntoView({ behavior: 'auto' });
});

one('#slide-back').addEventListener('click', () => showSlide(slide - 1, false));
one('#slide-next').addEventListener('click', () => showSlide(slide + 1, false));
one('#slide-end').addEventListener('click', () => setView('projector', false));

document.addEventListener('keydown', (event) => {
  if (!isView('projector') || event.target.matches('select, input, textarea, .tw, .mxw')) return;
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    showSlide(slide + step);
  } else if (event.key === 'Escape' && note.hidden && drawer.hidden) setView('projector', false);
});
addEventListener('resize', () => { if (isView('projector')) fitSlide(); });
