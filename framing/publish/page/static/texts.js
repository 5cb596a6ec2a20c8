// The texts with their words and the program's marks in them, as they stand before any view hides a word: this
// comes before the views. Offsets count code points of the article's text.
const texts = new Map();

for (const article of data.articles) {
  const given = data.texts[article.letter];
  if (!given) continue;
  const column = one(`#text-${article.letter}`);
  const holders = all('[data-start]', column).map((element) => {
    const characters = [...element.textContent];
    const start = Number(element.dataset.start);
    return { element, start, end: start + characters.length, characters };
  });
  const text = { id: article.id, letter: article.letter, number: data.articles.indexOf(article), column, holders, starts: [], ends: [], holderOf: [], program: [] };
  let at = 0;
  for (let place = 0; place < given.words.length; place += 2) {
    at += given.words[place];
    text.starts.push(at);
    text.holderOf.push(holders.findLast((holder) => holder.start <= at));
    at += given.words[place + 1];
    text.ends.push(at);
  }
  for (const [kind, ...ends] of given.marks) {
    const pieces = [];
    for (let end = 0; end < ends.length; end += 2) pieces.push([ends[end], ends[end + 1]]);
    text.program.push({ id: article.id, kind, pieces, isProgram: true });
  }
  texts.set(article.id, text);
}

const textBy = (letter) => [...texts.values()].find((text) => text.letter === letter);

function charactersOf(text, start, end) {
  const holder = text.holders.findLast((one) => one.start <= start);
  return holder ? holder.characters.slice(start - holder.start, end - holder.start).join('') : '';
}

// The places of the first word that a stretch touches and of the one behind the last.
function wordsWithin(text, start, end) {
  const after = (values, value) => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = after(text.ends, start);
  return [first, Math.max(first, after(text.starts, end - 1))];
}
