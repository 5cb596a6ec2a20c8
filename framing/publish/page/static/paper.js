// Printing: the page as it is, or a sheet for students with the texts alone.
const unfolded = [];
addEventListener('beforeprint', () => {
  for (const part of all('details.counts:not([open])')) {
    part.open = true;
    unfolded.push(part);
  }
});
addEventListener('afterprint', () => {
  for (const part of unfolded.splice(0)) part.open = false;
});
one('#print').addEventListener('click', () => {
  menu.open = false;
  print();
});
one('#print-sheet')?.addEventListener('click', () => {
  menu.open = false;
  root.classList.add('sheet');
  print();
});
addEventListener('afterprint', () => root.classList.remove('sheet'));
