'use strict';
// What makes the app's pages handier. Every page works without it: plain forms, and pages that reload themselves.
(() => {
  document.documentElement.classList.add('js');
  const EVERY = 700;

  const watch = async box => {
    const words = box.querySelector('[data-words]');
    const bar = box.querySelector('progress');
    for (;;) {
      await new Promise(resolve => setTimeout(resolve, EVERY));
      let state;
      try {
        state = await (await fetch(box.dataset.progress)).json();
      } catch {
        words.textContent = 'The app does not answer. Is framing serve still running?';
        continue;
      }
      if (!state.working) {
        location.reload();
        return;
      }
      if (words.textContent !== state.words) words.textContent = state.words;
      if (state.reached !== null) bar.value = state.reached;
    }
  };
  document.querySelectorAll('[data-progress]').forEach(watch);

  const drop = document.getElementById('drop');
  if (!drop) return;
  const input = drop.querySelector('input[type=file]');
  const chosen = drop.querySelector('[data-chosen]');
  const say = () => {
    const names = [...input.files].map(file => file.name);
    chosen.textContent = names.length ? `Chosen: ${names.join(', ')}` : '';
  };
  input.addEventListener('change', say);
  const carriesFiles = event => event.dataTransfer && [...event.dataTransfer.types].includes('Files');
  addEventListener('dragover', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.add('over');
  });
  addEventListener('dragleave', event => { if (!event.relatedTarget) drop.classList.remove('over'); });
  addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.remove('over');
    input.files = event.dataTransfer.files;
    say();
    drop.requestSubmit();
  });
})();
