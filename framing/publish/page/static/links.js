// Links into the texts (`#m-A-a03`, or `#m-` and a mention_id of the tables), and the start of it all.
function follow() {
  if (isView('annotate')) return;
  const wanted = wantedPlace();
  const place = byAnchor.get(wanted) ?? placeOf.get(wanted.replace(/^m-/, ''));
  if (place !== undefined) {
    goTo(place);
    return;
  }
  const target = wanted && document.getElementById(wanted);
  if (target && target.matches('#table-claims tr')) {
    if (target.classList.contains('later')) showClaims(true);
    scrollTo(target);
    return;
  }
  if (target && target.closest('.col')) {
    unfold(target);
    target.scrollIntoView();
  }
}

startColumns();
setTabStops();
startCharts();
addEventListener('hashchange', follow);
follow();
