const events = document.getElementById('events');
for (const name of ['reconnect-diagnosed', 'reconnect-copied', 'reconnect-error']) {
  document.addEventListener(name, (event) => {
    const first = event.detail.diagnosis?.causes[0];
    const line = document.createElement('li');
    line.textContent = `${name}: ${first ? `${first.title}, ${Math.round(first.probability * 100)} %` : (event.detail.step ?? event.detail.problem?.title ?? '')}`;
    events.replaceChildren(line, ...[...events.children].filter((one) => one.textContent.startsWith('reconnect-')).slice(0, 4));
  });
}
