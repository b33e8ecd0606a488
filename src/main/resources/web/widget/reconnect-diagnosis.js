/**
 * <reconnect-diagnosis>: a diagnosis box for any support portal. One script tag, no dependencies, nothing inline, so that it
 * runs under a portal's own strict policy; it needs connect-src and script-src for the address of the service.
 *
 * Attributes: service (address; default: where this script came from), language (en, de), max-risk (none, low, medium, high;
 * default low: what users may try by themselves), store (no by default).
 * Events, all with detail: reconnect-diagnosed {diagnosis}, reconnect-copied {step}, reconnect-error {problem}.
 * Themable by --reconnect-accent, -accent-ink, -ink, -soft, -surface, -line, -radius, -font, -code.
 */
(() => {
  const HOME = document.currentScript ? new URL(document.currentScript.src).origin : location.origin;
  const WORDS = {
    title: ['Why does it not connect?', 'Warum klappt die Verbindung nicht?'],
    label: ['Paste the error message or describe what happens', 'Fehlermeldung einfügen oder beschreiben, was geschieht'],
    go: ['Find the cause', 'Ursache finden'],
    busy: ['Weighing the evidence …', 'Belege werden abgewogen …'],
    causes: ['Likely causes', 'Wahrscheinliche Ursachen'],
    step: ['First step to try', 'Erster Schritt'],
    question: ['One more answer helps', 'Eine Antwort hilft noch'],
    unknown: ['Don’t know', 'Weiß nicht'],
    copy: ['Copy', 'Kopieren'],
    copied: ['Copied', 'Kopiert'],
    none: ['Nothing was recognised. Add the exact message or code.', 'Nichts erkannt. Bitte die genaue Meldung oder den Code angeben.'],
    trouble: [
      'The service cannot be reached. Please try again later.',
      'Der Dienst ist nicht erreichbar. Bitte später noch einmal versuchen.',
    ],
    warning: ['Before you start:', 'Vorher beachten:'],
    verify: ['Worked if:', 'Hat geklappt, wenn:'],
    undo: ['Way back:', 'Zurück:'],
    support: [
      'No step that is safe to try by yourself. Please hand this to support.',
      'Kein Schritt, den man gefahrlos selbst versuchen kann. Bitte an den Support geben.',
    ],
    min: ['min', 'Min.'],
    choose: ['Choose …', 'Auswählen …'],
    answer: ['Answer', 'Antworten'],
  };
  const LANGUAGES = ['en', 'de'];
  const STYLE = `
    :host { display: block; --a: var(--reconnect-accent, #0e6a73); --ai: var(--reconnect-accent-ink, #fff); --i: var(--reconnect-ink, #14212b); --s: var(--reconnect-soft, #4a5963); --f: var(--reconnect-surface, #fff); --l: var(--reconnect-line, #d9dfe3); --r: var(--reconnect-radius, 12px); --c: var(--reconnect-code, #f3f5f7);
      font: 15px/1.5 var(--reconnect-font, system-ui, sans-serif); color: var(--i); }
    :host([hidden]) { display: none; } * { box-sizing: border-box; } .box { background: var(--f); border: 1px solid var(--l); border-radius: var(--r); padding: 20px; display: grid; gap: 14px; }
    h2, h3, p, ol { margin: 0; padding: 0; } h2 { font-size: 18px; } h3 { font-size: 15px; } form, .part, .result { display: grid; gap: 8px; } label, .soft { color: var(--s); font-size: 14px; } ol { list-style: none; display: grid; gap: 10px; }
    textarea, select, input { width: 100%; min-height: 40px; font: inherit; color: inherit; background: var(--f); border: 1px solid color-mix(in srgb, var(--i) 55%, var(--f)); border-radius: 8px; padding: 8px 12px; } textarea { min-height: 96px; resize: vertical; }
    button { font: inherit; font-weight: 600; min-height: 40px; padding: 6px 16px; border-radius: 8px; border: 1px solid color-mix(in srgb, var(--i) 55%, var(--f)); background: var(--f); color: inherit; cursor: pointer; } button.main { background: var(--a); border-color: var(--a); color: var(--ai); justify-self: start; } button:disabled { opacity: .6; }
    :focus-visible { outline: 2px solid var(--a); outline-offset: 2px; } .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; } .number { white-space: nowrap; } .apart { display: flex; justify-content: space-between; gap: 12px; } .bar { height: 6px; border-radius: 9px; background: var(--l); overflow: hidden; margin-top: 4px; } .bar > div { height: 100%; background: var(--a); }
    pre { margin: 0; padding: 10px 12px; background: var(--c); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; } .result { gap: 16px; } .part { border-top: 1px solid var(--l); padding-top: 14px; } .part ol.steps { list-style: decimal; padding-inline-start: 20px; }`;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
    return element;
  };

  class ReconnectDiagnosis extends HTMLElement {
    static observedAttributes = ['language'];
    #known = [];
    #root = this.attachShadow({mode: 'open'});
    #turn = 0;
    #text = null;
    #go = null;

    connectedCallback() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      this.#root.adoptedStyleSheets = [sheet];
      this.#draw();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#draw();
    }

    get #words() {
      const wanted = (this.getAttribute('language') ?? document.documentElement.lang).slice(0, 2);
      const place = Math.max(0, LANGUAGES.indexOf(wanted));
      return Object.fromEntries(Object.entries(WORDS).map(([name, texts]) => [name, texts[place]]));
    }

    #draw() {
      const words = this.#words;
      this.#text = make('textarea', {id: 'text', dir: 'auto', maxLength: 100000, required: true, value: this.#text?.value ?? ''});
      this.#go = make('button', {className: 'main', textContent: words.go});
      const result = make('div', {className: 'result', ariaLive: 'polite'});
      const form = make(
        'form',
        {
          onsubmit: (event) => {
            event.preventDefault();
            this.#known = [];
            this.#ask(result);
          },
        },
        make('label', {htmlFor: 'text', textContent: words.label}),
        this.#text,
        this.#go,
      );
      const box = make('section', {className: 'box', ariaLabel: words.title}, make('h2', {textContent: words.title}), form, result);
      this.#root.replaceChildren(box);
    }

    async #call(path, body, headers = {}) {
      const response = await fetch((this.getAttribute('service') ?? HOME).replace(/\/$/, '') + path, {
        method: 'POST',
        credentials: 'omit',
        headers: {'Content-Type': 'application/json', Accept: 'application/json', ...headers},
        body: JSON.stringify(body),
      });
      const answer = await response.json();
      if (!response.ok && !answer.causes) throw Object.assign(new Error(answer.detail), {problem: answer});
      return answer;
    }

    /** The text goes along with the answers given so far: its words are evidence too. */
    #diagnose(text) {
      const report = {text, symptoms: this.#known, limit: 3, maxRisk: this.getAttribute('max-risk') ?? 'low'};
      return this.#call('/v1/diagnoses', report, this.getAttribute('store') === 'yes' ? {} : {Prefer: 'store=no'});
    }

    async #ask(result) {
      const words = this.#words;
      const turn = ++this.#turn;
      this.#go.disabled = true;
      result.replaceChildren(make('p', {className: 'soft', textContent: words.busy}));
      try {
        const answer = await this.#diagnose(this.#text.value.toWellFormed?.() ?? this.#text.value);
        if (turn !== this.#turn) return;
        if (answer.causes.every((cause) => cause.decibans === 0))
          result.replaceChildren(make('p', {textContent: words.none}), this.#question(answer.questions[0], result) ?? '');
        else this.#show(answer, result);
        this.#tell('reconnect-diagnosed', {diagnosis: answer});
      } catch (failure) {
        result.replaceChildren(make('p', {role: 'alert', textContent: failure.problem?.detail ?? words.trouble}));
        this.#tell('reconnect-error', {problem: failure.problem ?? {title: 'offline'}});
      } finally {
        this.#go.disabled = false;
      }
    }

    #show(answer, result) {
      const words = this.#words;
      const causes = answer.causes
        .filter((cause) => cause.probability >= 0.02)
        .slice(0, 3)
        .map((cause, place) => {
          const bar = make('div');
          bar.style.inlineSize = `${cause.probability * 100}%`;
          return make(
            'li',
            {},
            make(
              'div',
              {className: 'apart'},
              make('strong', {textContent: cause.title}),
              make('span', {className: 'number', textContent: `${Math.round(cause.probability * 100)} %`}),
            ),
            make('div', {className: 'bar'}, bar),
            place === 0 ? make('p', {className: 'soft', textContent: cause.explanation}) : null,
          );
        });
      const step = answer.plan?.steps.find((one) => one.privilege === 'user') ?? answer.plan?.steps[0];
      result.replaceChildren(
        make('div', {className: 'part'}, make('h3', {textContent: words.causes}), make('ol', {}, causes)),
        this.#question(answer.questions[0], result) ?? '',
        this.#step(step),
      );
    }

    #question(question, result) {
      if (!question) return null;
      const words = this.#words;
      const say = (value) => {
        this.#known = [...this.#known.filter((one) => one.id !== question.symptom), {id: question.symptom, value}];
        this.#ask(result);
      };
      const button = (label, value) => make('button', {type: 'button', textContent: label, onclick: () => say(value)});
      const title = make('p', {textContent: question.text});
      const select = make(
        'select',
        {ariaLabel: question.text, onchange: () => select.value && say(select.value),
        },
        make('option', {value: '', textContent: words.choose}),
        question.choices.map((choice) => make('option', {value: choice.value, textContent: choice.label})),
      );
      const input = make('input', {ariaLabel: question.text});
      const answers =
        question.choices.length > 5
          ? [select]
          : question.choices.length
            ? question.choices.map((choice) => button(choice.label, choice.value))
            : [
                input,
                make('button', {
                  type: 'button',
                  textContent: words.answer,
                  onclick: () => input.value && say(input.value),
                }),
              ];
      return make(
        'div',
        {className: 'part'},
        make('h3', {textContent: words.question}),
        title,
        make('div', {className: 'row'}, answers, button(words.unknown, 'unknown')),
      );
    }

    #step(step) {
      const words = this.#words;
      if (!step) return make('div', {className: 'part'}, make('p', {textContent: words.support}));
      const commands = step.commands.map((command) =>
        make(
          'div',
          {},
          make('pre', {tabIndex: 0, textContent: command.text}),
          make('button', {
            type: 'button',
            textContent: words.copy,
            onclick: async (event) => {
              await navigator.clipboard?.writeText(command.text).catch(() => {});
              event.target.textContent = words.copied;
              this.#tell('reconnect-copied', {step: step.fix});
            },
          }),
        ),
      );
      return make(
        'div',
        {className: 'part'},
        make('h3', {textContent: `${words.step}: ${step.title}`}),
        make('p', {className: 'soft', textContent: `${Math.max(1, Math.round(step.minutes))} ${words.min}`}),
        step.warning ? make('p', {textContent: `${words.warning} ${step.warning}`}) : null,
        make(
          'ol',
          {className: 'steps'},
          step.instructions.map((line) => make('li', {textContent: line})),
        ),
        commands,
        step.verify ? make('p', {textContent: `${words.verify} ${step.verify}`}) : null,
        step.undo ? make('p', {className: 'soft', textContent: `${words.undo} ${step.undo}`}) : null,
      );
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
    }
  }

  if (!customElements.get('reconnect-diagnosis')) customElements.define('reconnect-diagnosis', ReconnectDiagnosis);
})();
