// The numbers of shared claims in the texts: press one, and the other texts go to the same claim.
const claimSwitch = one('#show-claims');
const areClaimsShown = () => root.classList.contains('show-claims');

const claimLabel = (id, number) => `Claim ${number}: ${data.claims[id].t} Line up the texts on it.`;

function claimBadges() {
  Object.entries(data.claims).forEach(([id, claim], number) => {
    for (const place of claim.l) {
      const anchor = document.getElementById(data.passages[place].g);
      if (!anchor) continue;
      anchor.append(make('button', {
        type: 'button', class: 'cb', 'data-claim': id, 'data-number': number + 1, tabindex: -1,
        'aria-label': claimLabel(id, number + 1),
      }));
    }
  });
}

if (claimSwitch) {
  claimBadges();
  document.addEventListener('names', () => {
    for (const badge of all('.cb')) badge.setAttribute('aria-label', claimLabel(badge.dataset.claim, badge.dataset.number));
  });
  claimSwitch.addEventListener('click', () => {
    claimSwitch.setAttribute('aria-pressed', root.classList.toggle('show-claims'));
    setTabStops();
  });
  document.addEventListener('click', (event) => {
    const badge = event.target.closest('.cb');
    if (badge) alignOn(badge.dataset.claim, badge.closest('.col'));
  });
}
