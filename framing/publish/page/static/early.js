// Before anything is drawn: scripts run, and a page whose address asks for it stays unseen until names are hidden.
document.documentElement.classList.add('js');
if (/^#blind(\/|$)/.test(location.hash)) document.documentElement.classList.add('not-anonymised-yet');
