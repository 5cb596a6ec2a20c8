// Printing: the page as it is, or a sheet for students with the texts alone.
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
