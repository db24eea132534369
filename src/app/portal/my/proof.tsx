/** /my/proof/:hold: why we ask for a proof of purchase, what counts, and how to send it (workflows.md, part C). */
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { attachFile, type StoredFile } from '../../../modules/cases/actions/files.ts';
import { filesIn, readFileForm, takeFile } from '../../../modules/cases/http/stored-files.ts';
import { PICTURE_ACCEPT } from '../../../modules/cases/rules/files.ts';
import { filesOfItem, type FileRow } from '../../../modules/cases/store/files.ts';
import { customerAnswered } from '../../../modules/holds/actions/conversation.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../modules/holds/store.ts';
import { isSound, wordsOf, type Faults } from '../form.ts';
import { PROOF_SCRIPT } from '../look/assets.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { Choices, ErrorSummary, FaultOf, Notice } from '../look/parts.tsx';
import { heldOf, type Held } from './held.ts';
import { mayAct, mine, type Mine } from './mine.ts';
import { faultOfPdf } from './paper.ts';
import { noHoldPage, viewOnlyPage } from './todo-list.tsx';

/** Pages sent at once, and kept for one device. */
const MOST_AT_ONCE = 8;
const MOST_IN_ALL = 30;

type Typed = { readonly kind: string; readonly why: string };

function Sent({ own, files }: { own: Mine; files: readonly FileRow[] }) {
  const { visit } = own;
  if (files.length === 0) return null;
  return (
    <section class="tight" aria-labelledby="sent">
      <h2 id="sent">{visit.say('proof.sent')}</h2>
      <ul class="rows">
        {files.map((file) => (
          <li>
            <a href={`/my/files/${file.id}`}>{file.name}</a>
            <span class="soft small">{visit.day(file.uploaded_at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function What({ own }: { own: Mine }) {
  const { say } = own.visit;
  return (
    <details class="card">
      <summary>{say('proof.what')}</summary>
      <ul class="tight">
        <li>{say('proof.what.readable')}</li>
        <li>{say('proof.what.black')}</li>
        <li>{say('proof.what.name')}</li>
      </ul>
    </details>
  );
}

function Upload({ own, typed, faults }: { own: Mine; typed: Typed; faults: Faults }) {
  const { visit } = own;
  const { say } = visit;
  const described = ['file-hint', faults['file'] ? 'file-fault' : ''].filter(Boolean).join(' ');
  return (
    <form method="post" enctype="multipart/form-data" class="stack" data-upload novalidate>
      <Choices
        visit={visit}
        name="kind"
        legend={say('proof.kind')}
        seenLegend
        faults={faults}
        value={typed.kind}
        options={DOCUMENT_KINDS.map((kind) => ({ value: kind, title: say(`proof.kind.${kind}`) }))}
      />
      <div class="field">
        <label for="file">{say('proof.file')}</label>
        <p class="hint" id="file-hint">
          {say('proof.file.hint')}
        </p>
        <FaultOf visit={visit} name="file" faults={faults} />
        <input
          id="file"
          type="file"
          name="file"
          accept={`${PICTURE_ACCEPT},application/pdf`}
          multiple
          aria-describedby={described}
          aria-invalid={faults['file'] ? 'true' : undefined}
          aria-required="true"
        />
        <ul class="chosen small" data-chosen></ul>
      </div>
      <p class="soft small">{say('proof.safe')}</p>
      <button class="button" type="submit" name="do" value="send">
        {say('proof.go')}
      </button>
    </form>
  );
}

function NoProof({ own, typed, faults }: { own: Mine; typed: Typed; faults: Faults }) {
  const { visit } = own;
  const { say } = visit;
  return (
    <details class="card" open={Boolean(faults['why']) || undefined}>
      <summary>{say('proof.none')}</summary>
      <form method="post" enctype="multipart/form-data" class="stack" novalidate>
        <p>{say('proof.none.lead')}</p>
        <div class="field">
          <label for="why">{say('proof.none.label')}</label>
          <FaultOf visit={visit} name="why" faults={faults} />
          <textarea
            id="why"
            name="why"
            rows={4}
            maxlength={1000}
            aria-invalid={faults['why'] ? 'true' : undefined}
          >
            {typed.why}
          </textarea>
        </div>
        <button class="button second" type="submit" name="do" value="none">
          {say('proof.none.go')}
        </button>
      </form>
    </details>
  );
}

async function proofForm(own: Mine, held: Held, typed: Typed, faults: Faults): Promise<Response> {
  const { visit } = own;
  const { say } = visit;
  const { item, hold } = held;
  const all = await filesOfItem(visit.db, item.item_id, 'proof');
  const files = all.filter((file) => file.uploaded_by_kind === 'customer');
  const words = { sending: say('proof.sending'), large: say('fault.file_too_large') };
  const isAnswered = hold.step === 'answered';
  return show(
    visit,
    <Page visit={visit} title={say('proof.title')} back="/my" hasFaults={!isSound(faults)} words={words}>
      <ErrorSummary visit={visit} faults={faults} />
      {isAnswered && isSound(faults) ? <Notice fine>{say('proof.received')}</Notice> : null}
      <h1>{say('proof.title')}</h1>
      <p class="soft">
        {item.title} · <span class="num">{item.number}</span>
      </p>
      {isAnswered ? null : <p class="lead">{say('proof.lead')}</p>}
      {hold.rejection && !isAnswered ? <Notice>{say('proof.again', { why: hold.rejection })}</Notice> : null}
      <Sent own={own} files={files} />
      <What own={own} />
      {isAnswered ? <h2>{say('proof.more')}</h2> : null}
      <Upload own={own} typed={typed} faults={faults} />
      <NoProof own={own} typed={typed} faults={faults} />
      <script type="module" src={PROOF_SCRIPT.path}></script>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function overPage({ visit }: Mine, held: Held): Response {
  const { say } = visit;
  const isApproved = held.hold.step === 'approved';
  const title = say(isApproved ? 'proof.approved' : 'held.over');
  return show(
    visit,
    <Page visit={visit} title={title} back="/my">
      <h1>{title}</h1>
      <p class="lead">{say(isApproved ? 'proof.approved.body' : 'held.over.body')}</p>
      <a class="button" href="/my">
        {say('my.back')}
      </a>
    </Page>,
  );
}

/** GET /my/proof/:hold */
export const proofPage = mine(async (own) => {
  const held = heldOf(own, own.visit.http.req.param('hold') ?? '', 'proof_of_purchase');
  if (!held) return noHoldPage(own);
  if (mayAct(own)) return viewOnlyPage(own);
  if (held.isOver) return overPage(own, held);
  return await proofForm(own, held, { kind: held.hold.document_kind ?? '', why: '' }, {});
});

/** Looks at every file before any is kept, so that one bad page does not leave half a document. */
async function taken(own: Mine, form: FormData): Promise<Outcome<StoredFile[]>> {
  const { site, ctx, say } = own.visit;
  const sent = await filesIn(form);
  const no = (code: string, why: string) => refuse(code, why, 'invalid', { field: 'file' });
  if (sent.length === 0) return no('proof_missing', 'No file was chosen.');
  if (sent.length > MOST_AT_ONCE) return no('too_many_files', say('proof.tooMany', { count: MOST_AT_ONCE }));
  const stored: StoredFile[] = [];
  for (const file of sent) {
    const fault = faultOfPdf(file.bytes);
    if (fault) return no(fault, 'This PDF cannot be read.');
    const kept = await takeFile(site, ctx.random, file, 'proof');
    if (!kept.ok) return kept;
    stored.push(kept.value);
  }
  return ok(stored);
}

/** Files and answer in one step; a page that is here already is not kept twice. */
async function keep(
  own: Mine,
  held: Held,
  stored: readonly StoredFile[],
  answer: { documentKind: DocumentKind | null; answer: string | null },
): Promise<Outcome<unknown>> {
  const { visit, view } = own;
  return await visit.postgres.transact(async (tx) => {
    const done = await customerAnswered(tx, visit.ctx, held.hold.id, answer);
    if (!done.ok) return done;
    const here = await filesOfItem(tx, held.item.item_id, 'proof');
    const known = new Set(here.map((file) => file.sha256));
    const fresh = stored.filter((file, i) => {
      const isFirst = stored.findIndex((one) => one.sha256 === file.sha256) === i;
      return isFirst && !known.has(file.sha256);
    });
    if (here.length + fresh.length > MOST_IN_ALL)
      return refuse('too_many_files', visit.say('proof.tooMany', { count: MOST_IN_ALL }), 'invalid');
    for (const file of fresh) {
      const about = { caseId: view.id, itemId: held.item.item_id, stored: file };
      const attached = await attachFile(tx, visit.ctx, about);
      if (!attached.ok) return attached;
    }
    return ok(null);
  });
}

async function sayNone(own: Mine, held: Held, why: string): Promise<Response> {
  const { visit } = own;
  if (!why) return await proofForm(own, held, { kind: '', why }, { why: visit.say('proof.none.missing') });
  if (held.hold.answer?.includes(why)) return goTo(visit, '/my?done=heard');
  const done = await keep(own, held, [], { documentKind: null, answer: why });
  return done.ok
    ? goTo(visit, '/my?done=heard')
    : await proofForm(own, held, { kind: '', why }, { why: wordsOf(done, visit.say) });
}

/** POST /my/proof/:hold */
export const sendProof = mine(async (own) => {
  const { visit } = own;
  const { say } = visit;
  const held = heldOf(own, visit.http.req.param('hold') ?? '', 'proof_of_purchase');
  if (!held) return noHoldPage(own);
  if (mayAct(own)) return viewOnlyPage(own);
  if (held.isOver) return overPage(own, held);
  const read = await readFileForm(visit.http.req.raw, 2);
  if (!read.ok) return await proofForm(own, held, { kind: '', why: '' }, { file: wordsOf(read, say) });
  const text = (name: string) => String(read.value.get(name) ?? '').trim();
  if (text('do') === 'none') return await sayNone(own, held, plain(text('why')));
  const typed = { kind: text('kind'), why: '' };
  const kind = DOCUMENT_KINDS.find((one) => one === typed.kind) ?? null;
  const files = await taken(own, read.value);
  const faults: Faults = {
    ...(kind ? {} : { kind: say('choose.missing') }),
    ...(files.ok ? {} : { file: wordsOf(files, say) }),
  };
  if (!files.ok || !kind) return await proofForm(own, held, typed, faults);
  const done = await keep(own, held, files.value, { documentKind: kind, answer: null });
  if (done.ok) return goTo(visit, `/my/proof/${held.hold.id}`);
  return await proofForm(own, held, typed, { file: wordsOf(done, say) });
});

/** Text the database can keep, at most 1000 characters. */
function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().slice(0, 1000);
}
