/** The cases that were saved in this browser: ids and titles of causes, never what was pasted. */
const KEPT = 'reconnect.cases';
const MOST = 200;

export function mine() {
  try {
    const list = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one?.id === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(answer) {
  const first = answer.causes[0];
  const entry = {id: answer.id, at: new Date().toISOString(), status: answer.status, cause: first?.id ?? '', title: first?.title ?? '', probability: first?.probability ?? 0};
  write([entry, ...mine().filter((one) => one.id !== answer.id)].slice(0, MOST));
}

export function forgetCase(id) {
  write(mine().filter((one) => one.id !== id));
}

function write(list) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(list));
  } catch {
    // Storage may be full or refused; the case itself is kept by the service.
  }
}
