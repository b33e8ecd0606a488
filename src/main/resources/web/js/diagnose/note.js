/** A diagnosis as a note for a ticket, in plain text that any ticket system shows: what was seen, what it is, what to do. */
import {percent} from '../dom.js';
import {t, word, duration} from '../messages.js';
import {shortName, valueLabel} from './vocabulary.js';

const MOST_CAUSES = 3;
const MOST_STEPS = 3;
const HIDDEN = new Set(['text.resembles']);

export function ticketNote(consultation, address) {
  const {answer, outcomes} = consultation;
  const observed = answer.symptoms.filter(
    (symptom) => !symptom.source?.derivedBy && !HIDDEN.has(symptom.id) && symptom.value !== 'unknown',
  );
  return [
    `${t('note.title')}: ${t(`status.${answer.status}`)}`,
    ...answer.warnings.filter((warning) => warning.kind === 'red-flag').map((warning) => `! ${oneLine(warning.message)}`),
    '',
    `${t('observed.title')}:`,
    ...observed.map((symptom) => `- ${shortName(symptom.id)}: ${oneLine(valueLabel(symptom.id, symptom.value))}`),
    '',
    `${t('ranking.title')}:`,
    ...answer.causes.slice(0, MOST_CAUSES).flatMap(causeLines),
    ...(answer.questions.length ? ['', `${t('question.eyebrow')}: ${answer.questions[0].text}`] : []),
    ...(answer.plan?.steps.length
      ? [
          '',
          `${t('plan.title')}:`,
          ...answer.plan.steps.slice(0, MOST_STEPS).flatMap((step, index) => stepLines(step, index, outcomes.get(step.fix))),
        ]
      : []),
    '',
    address ? `${t('note.case')}: ${address}` : '',
    t('foot.release', {release: answer.release.id}),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What users wrote stands in one line, so that it cannot pass for another part of the note. */
const oneLine = (text) => String(text).replace(/\s+/g, ' ').trim();

function causeLines(cause) {
  const items = [...cause.evidence.for, ...cause.evidence.against].slice(0, 4);
  return [
    `- ${cause.title} (${percent(cause.probability)})`,
    ...items.map((item) => `    ${item.decibans > 0 ? '+' : '–'} ${item.reason}`),
  ];
}

function stepLines(step, index, result) {
  const kind = step.kind === 'check' ? '-check' : '';
  const said = result ? ` [${t(`outcome.${result}${kind}`)}]` : '';
  return [
    `${index + 1}. ${step.title}${said} (${word('where', step.where)}, ${word('privilege', step.privilege)}, ${duration(step.minutes)}, ${t('risk.label', {risk: word('risk', step.risk)})})`,
    ...(step.warning ? [`    ${t('step.warning')} ${step.warning}`] : []),
    ...step.instructions.map((line) => `    - ${line}`),
    ...step.commands.flatMap((command) => command.text.split('\n').map((line) => `      ${line}`)),
    ...(step.undo ? [`    ${t('step.undo')} ${step.undo}`] : []),
  ];
}
