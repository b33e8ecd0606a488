/** The ranking after a step: a cause is less probable by how likely the step would have helped, or shown it, had it held. */
const HELPS = {always: 0.95, usually: 0.8, often: 0.6, sometimes: 0.35, rarely: 0.1};
const LEFT_AFTER_CHECK = 0.05;

export function moved(answer, step, result, causes) {
  if (result !== 'failed') return answer;
  const left = (id) => {
    if (step.kind === 'check') return id === step.causes[0] ? LEFT_AFTER_CHECK : 1;
    const use = causes.find((cause) => cause.id === id)?.fixes.find((one) => one.fix === step.fix);
    return use ? 1 - (HELPS[use.helps] ?? 0) : 1;
  };
  const weighed = answer.causes.map((cause) => ({...cause, probability: cause.probability * left(cause.id)}));
  const total = weighed.reduce((sum, cause) => sum + cause.probability, answer.other + answer.unlisted);
  const ranked = weighed.map((cause) => ({...cause, probability: cause.probability / total})).sort((a, b) => b.probability - a.probability);
  return {...answer, other: answer.other / total, unlisted: answer.unlisted / total, causes: ranked};
}
