// The page's data and small helpers. Everything from the texts is set as text, never as markup.
const data = JSON.parse(document.getElementById('data').textContent);
const root = document.documentElement;
const one = (query, within = document) => within.querySelector(query);
const all = (query, within = document) => [...within.querySelectorAll(query)];

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') element.className = value;
    else if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const placeOf = new Map(data.passages.map((passage, place) => [passage.m, place]));
const byAnchor = new Map(data.passages.map((passage, place) => [passage.g, place]));
const articleName = (passage) => data.articles[passage.a].name;
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const isVisible = (element) => element.getClientRects().length > 0;

function scrollTo(element) {
  element.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
}

// What a first reading can do without stands folded; without a script it stands open.
for (const part of all('details.counts')) part.open = false;
