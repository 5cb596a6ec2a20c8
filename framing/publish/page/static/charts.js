// Charts: plotly draws the figures; their panels are placed here for the real width.
const GAP = 28;
const STAIR = 15;
const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showTips: false };
const PAPER_WIDTH = 660;
const charts = all('[data-figure]');
const SCALED = new Set(['xshift', 'yshift', 'size']);

const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

// A figure in the page's colours, its type and dots scaled with the root size.
function inStyle(value, scale, key = '') {
  if (typeof value === 'string') return value.startsWith('--') ? colour(value) : value;
  if (typeof value === 'number') return SCALED.has(key) ? value * scale : value;
  if (Array.isArray(value)) return value.map((item) => inStyle(item, scale, key === 'size' ? '' : key));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inStyle(item, scale, name)]));
  }
  return value;
}

// Panels flow like words: as many in a line as fit. Panels with a width keep it, the others share the line.
function placePanels(meta, width, scale) {
  const gap = GAP * scale;
  const label = Math.min(meta.label * scale, width * 0.5);
  const boxes = [];
  let x = 0;
  let y = 0;
  let line = 0;
  const heightOf = (panel) => (panel.head + panel.rows * meta.row + 14) * scale;
  if (meta.repeat) {
    const least = meta.panels[0].least * scale + label;
    const across = Math.min(meta.panels.length, Math.max(1, Math.floor((width + gap) / (least + gap))));
    const each = (width - gap * (across - 1)) / across;
    meta.panels.forEach((panel, number) => {
      const column = number % across;
      if (column === 0 && number) {
        y += line;
        line = 0;
      }
      const left = column * (each + gap);
      boxes.push({ left: left + label, right: left + each - meta.tail * scale, top: y + panel.head * scale, rows: panel.rows, first: true });
      line = Math.max(line, heightOf(panel));
    });
    return { boxes, height: y + line };
  }
  for (const panel of meta.panels) {
    const wanted = Math.min(panel.width * scale, width - label);
    if (x && x + wanted > width + 1) {
      x = 0;
      y += line;
      line = 0;
    }
    const first = x === 0;
    if (first) x = label;
    const stairs = wanted < panel.inner * scale ? STAIR * scale * (panel.columns - 1) : 0;
    boxes.push({ left: x, right: x + wanted, wanted, top: y + panel.head * scale + stairs, rows: panel.rows, first, stairs, narrow: wanted < panel.width * scale });
    x += wanted + gap * 0.6;
    line = Math.max(line, heightOf(panel) + stairs);
  }
  spread(boxes, width);
  return { boxes, height: y + line };
}

// Panels of one line share the room that is left over, up to their width again.
function spread(boxes, width) {
  for (const top of new Set(boxes.map((box) => box.top))) {
    const line = boxes.filter((box) => box.top === top);
    const total = line.reduce((sum, box) => sum + box.wanted, 0);
    const spare = Math.max(0, Math.min(width - line[line.length - 1].right, total));
    let shift = 0;
    for (const box of line) {
      const more = spare * (box.wanted / total);
      box.left += shift;
      box.right += shift + more;
      shift += more;
    }
  }
}

const axis = (name, number) => (number ? `${name}${number + 1}` : name);
const panelOf = (reference) => (parseInt(reference.slice(1), 10) || 1) - 1;

// In a panel that is narrower than its column labels, these stand in a staircase, the heading at the left.
function climb(annotations, boxes, label, scale) {
  boxes.forEach((box, number) => {
    const own = annotations.filter((note) => panelOf(note.xref) === number);
    for (const note of own.filter((each) => box.narrow && each.name === 'heading')) {
      note.yshift += box.stairs;
      note.xshift = -label;
    }
    if (!box.stairs) return;
    const labels = own.filter((note) => note.name === 'column');
    labels.forEach((note, place) => { note.yshift += STAIR * scale * (labels.length - 1 - place); });
    Object.assign(labels[labels.length - 1], { xref: `${own[0].xref.split(' ')[0]} domain`, x: 1, xanchor: 'right' });
  });
}

// Half dots: a ring with its left half filled, as a shape in pixels.
function halfDots(meta, scale) {
  const r = (meta.dot * scale) / 2;
  const c = r * 0.5523;
  return meta.halves.map((dot) => ({
    type: 'path', layer: 'above', xref: dot.xref, yref: dot.yref, xsizemode: 'pixel', ysizemode: 'pixel',
    xanchor: dot.x, yanchor: dot.y, fillcolor: colour(dot.color), line: { width: 0 },
    path: `M0,${r}C${-c},${r},${-r},${c},${-r},0C${-r},${-c},${-c},${-r},0,${-r}Z`,
  }));
}

function draw(element, width = element.clientWidth) {
  if (!width) return;
  const figure = data.figures[element.dataset.figure];
  const scale = printing ? 0.8 : parseFloat(getComputedStyle(root).fontSize) / 16;
  const meta = figure.layout.meta;
  const { boxes, height } = placePanels(meta, width, scale);
  const layout = inStyle(figure.layout, scale);
  const label = Math.min(meta.label * scale, width * 0.5);
  layout.meta = meta;
  layout.width = width;
  layout.height = height;
  boxes.forEach((box, number) => {
    const across = layout[axis('xaxis', number)];
    across.domain = [box.left / width, Math.min(1, box.right / width)];
    if (box.wanted) across.range = [0, across.range[1] * ((box.right - box.left) / box.wanted)];
    layout[axis('yaxis', number)].domain = [Math.max(0, 1 - (box.top + box.rows * meta.row * scale) / height), 1 - box.top / height];
  });
  layout.annotations = layout.annotations.filter((label) => label.name !== 'row' || boxes[panelOf(label.xref)].first);
  for (const note of layout.annotations.filter((each) => each.xshift === -meta.label * scale)) {
    note.xshift = -label;
    if (note.name === 'row') note.font.size *= Math.max(0.85, label / (meta.label * scale));
  }
  climb(layout.annotations, boxes, label, scale);
  layout.shapes = [...layout.shapes, ...halfDots(meta, scale)];
  Plotly.react(element, inStyle(figure.data, scale), layout, CONFIG);
}

let printing = false;
const drawAll = () => charts.forEach((element) => draw(element, printing ? PAPER_WIDTH : element.clientWidth));

// Charts anew one after the other; until its turn a chart is not seen.
function drawInTurn() {
  const [next] = charts.filter((element) => element.classList.contains('stale'));
  if (!next) return;
  freshen(next);
  setTimeout(drawInTurn);
}

function freshen(element) {
  if (!element.classList.contains('stale')) return;
  draw(element);
  element.classList.remove('stale');
}

function startCharts() {
  drawAll();
  document.addEventListener('names', () => {
    for (const element of charts) element.classList.add('stale');
    setTimeout(drawInTurn);
  });
  for (const element of charts) {
    element.on('plotly_click', (event) => {
      const place = event.points[0].customdata;
      openDrawer(`${articleName(data.passages[place])}: one passage of the chart`, [place], null);
    });
  }
  let waiting = 0;
  let width = innerWidth;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (innerWidth === width) return;
      width = innerWidth;
      showColumns();
      drawAll();
    }, 120);
  });
  addEventListener('beforeprint', () => { printing = true; drawAll(); });
  addEventListener('afterprint', () => { printing = false; drawAll(); });
}
