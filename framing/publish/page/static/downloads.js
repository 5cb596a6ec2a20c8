// "Table as CSV" and "Chart as SVG", made here: nothing leaves the page.
function save(name, content, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Counts lose the commas of their thousands; a cell that a spreadsheet would take for a formula starts with an apostrophe.
const bare = (text) => (/^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text);
const cell = (text) => `"${bare(text.trim().replace(/\s+/g, ' ')).replace(/^(?![+-]?\d+(\.\d+)?$)(?=[=+\-@].)/, "'").replace(/"/g, '""')}"`;

for (const button of all('[data-csv]')) {
  button.addEventListener('click', () => {
    const rows = all(`#${button.dataset.csv} tr`).map((row) => all('th, td', row).map((item) => cell(item.textContent)).join(','));
    save(`${button.dataset.csv}.csv`, `\ufeff${rows.join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
  });
}

// PNG is drawn at three times the size, on the colour of the card, so that it can be printed.
const PNG_SCALE = 3;

async function chartImage(element, format) {
  freshen(element);
  const { width, height } = element.layout;
  if (format === 'svg') {
    const address = await Plotly.toImage(element, { format, width, height });
    return new Blob([decodeURIComponent(address.slice(address.indexOf(',') + 1))], { type: 'image/svg+xml' });
  }
  const figure = { data: element.data, layout: { ...element.layout, paper_bgcolor: colour('--card') } };
  const address = await Plotly.toImage(figure, { format, width, height, scale: PNG_SCALE });
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

for (const button of all('[data-image]')) {
  button.addEventListener('click', async () => {
    const { image, format } = button.dataset;
    const content = await chartImage(one(`[data-figure="${image}"]`), format);
    save(`${image}.${format}`, content, content.type);
  });
}
