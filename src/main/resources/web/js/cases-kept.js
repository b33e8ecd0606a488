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

/** Keeps the consultation's case in the list, with the step that solved it once there is one. */
export function remember({stored, answer, outcomes}) {
  const [first] = answer.causes;
  const known = mine().find((one) => one.id === stored);
  const worked = answer.plan?.steps.find((step) => step.kind !== 'check' && outcomes.get(step.fix) === 'worked');
  const entry = {
    id: stored,
    at: known?.at ?? new Date().toISOString(),
    status: answer.status,
    cause: first?.id ?? '',
    title: first?.title ?? '',
    probability: first?.probability ?? 0,
    solved: worked?.title ?? known?.solved ?? '',
  };
  if (JSON.stringify(entry) !== JSON.stringify(known)) write([entry, ...mine().filter((one) => one.id !== stored)].slice(0, MOST));
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
