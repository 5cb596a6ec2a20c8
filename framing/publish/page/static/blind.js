// Names hidden: every text that tells a source is swapped for what stands beside it on the page (`data-b`; with
// house spellings `data-hs`), in the elements, in their attributes and in the data that notes, lists and charts are
// made from. What gives a source away was decided when the page was made. What a module has already made from the
// data it makes anew on the event `names`.
const BLIND = /^#blind(\/|$)/;
const blindBar = one('#blind-bar');
const houseBox = one('#hide-house');

const swaps = data.anonymised ? [...textSwaps(), ...attributeSwaps(), ...dataSwaps()] : [];

function textSwaps() {
  return all('[data-b], [data-hs]').map((element) => {
    const real = element.textContent;
    const { b, hs } = element.dataset;
    const stands = element.classList.contains('bl');
    let kept = null;
    return { real, names: b, house: hs, put: (value) => {
      const hides = value !== real;
      // What was inside comes back as it was, with what another module may have set into it.
      if (hides) kept ??= [...element.childNodes];
      if (hides) element.textContent = value;
      else if (kept) element.replaceChildren(...kept);
      if (!hides) kept = null;
      // So that places in a text are counted alike, hidden or not: see places.js.
      if (stands && hides) element.dataset.chars = inCodePoints(real);
      else delete element.dataset.chars;
    } };
  });
}

function attributeSwaps() {
  const twins = document.evaluate('//@*[starts-with(name(), "data-b-") or starts-with(name(), "data-hs-")]', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  const found = new Map();
  for (let at = 0; at < twins.snapshotLength; at += 1) {
    const twin = twins.snapshotItem(at);
    const element = twin.ownerElement;
    const [, kind, name] = /^data-(b|hs)-(.*)$/.exec(twin.name);
    if (!found.has(element)) found.set(element, new Map());
    const names = found.get(element);
    if (!names.has(name)) names.set(name, { real: element.getAttribute(name), put: (value) => element.setAttribute(name, value) });
    names.get(name)[kind === 'b' ? 'names' : 'house'] = twin.value;
  }
  return [...found.values()].flatMap((names) => [...names.values()]);
}

function dataSwaps() {
  return data.anonymised.map(([path, names, house]) => {
    const last = path[path.length - 1];
    const holder = path.slice(0, -1).reduce((value, key) => value[key], data);
    return { real: holder[last], names, house: house ?? names, put: (value) => { holder[last] = value; } };
  });
}

// What sticks to the top stands below the bar that says that names are hidden.
function underBanner() {
  root.style.setProperty('--banner', `${blindBar.offsetHeight}px`);
}
addEventListener('resize', underBanner);

function swap() {
  const blind = isView('blind');
  const house = blind && houseBox.checked;
  for (const { real, names = real, house: both = names, put } of swaps) put(house ? both : blind ? names : real);
  root.classList.toggle('blind', blind);
  root.classList.toggle('no-house', house);
  blindBar.hidden = !blind;
  underBanner();
}

// What corrections hold of the texts is saved as it is; this is what of it is shown.
function shownAs(text) {
  const [names, house] = (isView('blind') && data.said?.[text]) || [text];
  return house && houseBox.checked ? house : names;
}

// The fragment of the address for a place on the page: it keeps names hidden when the page is opened again.
const fragment = (id) => (isView('blind') ? `#blind${id ? `/${id}` : ''}` : `#${id}`);
const wantedPlace = () => decodeURIComponent(location.hash.replace(BLIND, '').replace(/^#/, ''));

function showNames() {
  swap();
  history.replaceState(null, '', fragment(wantedPlace()));
  document.dispatchEvent(new Event('names'));
}

// A page without texts hides no names.
if (data.anonymised) addView('blind', showNames);
one('#reveal').addEventListener('click', () => {
  setView('blind', false);
  const button = all('[data-view="blind"]').find(isVisible) ?? one('summary', menu);
  button.focus();
});
houseBox.addEventListener('change', showNames);

addEventListener('hashchange', () => {
  if (BLIND.test(location.hash)) setView('blind', true);
  else if (isView('blind')) history.replaceState(null, '', fragment(wantedPlace()));
});

// Opened with names hidden: before any other module makes something from the data, and before the first paint.
if (data.anonymised && BLIND.test(location.hash)) {
  views.get('blind').on = true;
  for (const button of all('[data-view="blind"]')) button.setAttribute('aria-pressed', true);
  swap();
}
root.classList.remove('not-anonymised-yet');
