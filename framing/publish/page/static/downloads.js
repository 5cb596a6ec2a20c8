// "Table as CSV" and "Chart as SVG", made here: nothing leaves the page.
function save(name, content, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// A cell that a spreadsheet would take for a formula starts with an apostrophe.
const cell = (text) => `"${text.trim().replace(/\s+/g, ' ').replace(/^([=+\-@])(?!\d)/, "'$1").replace(/"/g, '""')}"`;

for (const button of all('[data-csv]')) {
  button.addEventListener('click', () => {
    const rows = all(`#${button.dataset.csv} tr`).map((row) => all('th, td', row).map((item) => cell(item.textContent)).join(','));
    save(`${button.dataset.csv}.csv`, `\ufeff${rows.join('\r\n')}\r\n`, 'text/csv;charset=utf-8');
  });
}

for (const button of all('[data-svg]')) {
  button.addEventListener('click', async () => {
    const element = one(`[data-figure="${button.dataset.svg}"]`);
    const { width, height } = element.layout;
    const address = await Plotly.toImage(element, { format: 'svg', width, height });
    save(`${button.dataset.svg}.svg`, decodeURIComponent(address.slice(address.indexOf(',') + 1)), 'image/svg+xml');
  });
}
