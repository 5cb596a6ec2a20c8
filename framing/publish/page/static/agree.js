// The question in the note of a mark: does the reader agree? If not: not a case, or a form to correct it.
function choiceOf(field, value) {
  const id = `correct-${field.c}`;
  if (field.t !== 'choice') {
    const kind = field.t === 'number' ? { type: 'number', min: 0, step: 'any' } : { type: 'text', maxlength: 500 };
    return make('input', { id, ...kind, value, autocomplete: 'off' });
  }
  const select = make('select', { id, autocomplete: 'off' }, ...field.o.map(([option, words]) => make('option', { value: option, text: words })));
  if (!field.o.some(([option]) => option === value)) select.prepend(make('option', { value, text: 'not said' }));
  select.value = value;
  return select;
}

const lineOf = (label, input) => make('p', { class: 'line' }, make('label', { for: input.id, text: label }), input);
const reasonInput = (reason = '') => make('input', { id: 'correct-reason', type: 'text', maxlength: 300, autocomplete: 'off', value: reason });

// The part of a note that asks; it draws itself anew at each step and keeps the focus inside.
function agreement(passage) {
  const part = make('div', { class: 'agree', role: 'group', 'aria-label': 'Do you agree?', onclick: (event) => event.stopPropagation() });
  const button = (text, act, more = {}) => make('button', { type: 'button', class: 'btn', text, onclick: act, ...more });

  function draw(parts, focus) {
    const hand = passage.e.h ? [make('p', { class: 'byhand', text: `Corrected by a person: ${passage.e.h.map(([, label]) => label).join(', ')}` })] : [];
    part.replaceChildren(...hand, ...parts);
    if (!focus) return;
    focus.focus();
    part.scrollIntoView({ block: 'nearest' });
  }

  function ask(said = '', moved = false) {
    const rows = correctionsOf(passage);
    if (rows.length) {
      const words = make('p', { class: 'said', tabindex: -1 }, make('b', { text: 'Noted by hand: ' }), rows.map(correctionWords).join('; '));
      const change = button('Change', () => doubt());
      const back = button('Take back', () => {
        setCorrections(passage, []);
        ask('Taken back.', true);
      });
      draw([words, make('p', { class: 'ways' }, change, back)], moved && words);
      return;
    }
    const status = make('span', { class: 'small', role: 'status', text: said });
    const yes = button('Yes', () => {
      yes.setAttribute('aria-pressed', 'true');
      status.textContent = 'Then nothing is to be corrected.';
    }, { 'aria-pressed': 'false' });
    const no = button('No', () => doubt(), { 'aria-expanded': 'false' });
    draw([make('p', { class: 'ways' }, make('span', { text: 'Do you agree?' }), yes, no, status)], moved && no);
  }

  function doubt() {
    const old = correctionsOf(passage);
    const reason = reasonInput(old[0]?.reason);
    const reject = button('Not a case', () => {
      setCorrections(passage, [{ action: 'reject', reason: reason.value }]);
      ask('', true);
    });
    const correct = button('Correct it', () => form(reason.value));
    const cancel = button('Cancel', () => ask('', true), { class: 'btn flat' });
    draw([make('p', { text: 'What is wrong?' }), lineOf('Why, if you like', reason), make('p', { class: 'ways' }, reject, ...(correctionForm(passage.e.f).length ? [correct] : []), cancel)], reject);
  }

  function form(why) {
    const hand = new Set((passage.e.h ?? []).map(([column]) => column));
    const said = new Map(correctionsOf(passage).map((row) => [row.column, row.value]));
    const fields = correctionForm(passage.e.f).map((field, at) => {
      const now = passage.e.v[at];
      const given = said.get(field.c) ?? now;
      const input = choiceOf(field, field.t === 'text' ? shownAs(given) : given);
      // A text that is shown with names hidden and left as it is stays what it was.
      const value = () => (input.value.trim() === shownAs(given) ? given : input.value.trim());
      return { ...field, now, input, value };
    });
    const reason = reasonInput(why);
    const problem = make('p', { class: 'small', role: 'status' });
    const keep = make('button', { type: 'submit', class: 'btn', text: 'Keep correction' });
    const sheet = make('form', { class: 'correct-form', 'aria-label': 'Correct this mark' }, ...fields.map((field) => lineOf(field.l, field.input)), lineOf('Why, if you like', reason), problem, make('p', { class: 'ways' }, keep, button('Cancel', () => ask('', true), { class: 'btn flat' })));
    sheet.addEventListener('submit', (event) => {
      event.preventDefault();
      const changed = fields.filter((field) => field.value() !== field.now || hand.has(field.c));
      if (!changed.length) {
        problem.textContent = 'Nothing is changed yet.';
        return;
      }
      setCorrections(passage, changed.map((field) => ({ action: 'correct', column: field.c, value: field.value(), reason: reason.value })));
      ask('', true);
    });
    draw([sheet], fields[0].input);
  }

  ask();
  return part;
}

const correctionRemark = (passage) => ({ rejected: [' · rejected by hand'], mended: [' · corrected by hand'] })[correctionState(passage)] ?? [];

// In a list of passages: a row whose mark has no note, or none on this page, is no case.
function rejecting(passage) {
  const part = make('span', { class: 'rejecting', onclick: (event) => event.stopPropagation() });
  const draw = (moved) => {
    const rejected = correctionState(passage) === 'rejected';
    const button = make('button', { type: 'button', class: 'btn flat', text: rejected ? 'Take back' : 'Not a case', onclick: () => {
      setCorrections(passage, rejected ? [] : [{ action: 'reject', reason: '' }]);
      draw(true);
    } });
    part.replaceChildren(...(rejected ? correctionRemark(passage) : []), ' ', button);
    if (moved) button.focus();
  };
  draw(false);
  return part;
}
