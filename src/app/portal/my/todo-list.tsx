/** The list of what the customer has to do, on top of their page. */
import { Page, show } from '../look/page.tsx';
import { mayAct, type Mine } from './mine.ts';
import { todoOf, type Todo, type TodoKind } from './todo.ts';
import type { TextKey } from '../texts.ts';

const BUTTON: Readonly<Record<TodoKind, TextKey>> = {
  answer: 'my.answer',
  proof: 'todo.proof.go',
  lock: 'todo.lock.go',
  question: 'todo.question.go',
  payout: 'my.payout.fix',
  confirm: 'my.confirm',
  send: 'my.kit',
  bring: 'todo.bring.go',
};

function Task({ own, todo, isFirst }: { own: Mine; todo: Todo; isFirst: boolean }) {
  const { visit } = own;
  const { say } = visit;
  return (
    <li>
      <div class="tight">
        <h3>{say(`todo.${todo.kind}`)}</h3>
        <p class="soft small">
          {todo.devices.join(', ')}
          {todo.by ? (
            <>
              {' · '}
              <b>{say('my.by', { date: visit.day(todo.by) })}</b>
            </>
          ) : null}
        </p>
        <p>{say(`todo.${todo.kind}.why`)}</p>
        {mayAct(own) ? null : (
          <a class={isFirst ? 'button' : 'button second'} href={todo.href}>
            {say(BUTTON[todo.kind])}
          </a>
        )}
      </div>
    </li>
  );
}

/** All tasks of the case; without one, who acts next and by when. */
export function TodoSection({ own }: { own: Mine }) {
  const { visit, view } = own;
  const { say } = visit;
  const { todos, next } = todoOf(view, visit.ctx.now);
  if (todos.length === 0)
    return (
      <section class="note fine" aria-labelledby="todo">
        <div class="tight">
          <h2 id="todo">{say(next.turn === 'nobody' ? 'todo.over' : 'todo.none')}</h2>
          {next.turn === 'nobody' || next.turn === 'customer' ? null : (
            <p>
              {next.by
                ? say(`todo.next.${next.turn}.by`, { date: visit.day(next.by) })
                : say(`todo.next.${next.turn}`)}
            </p>
          )}
        </div>
      </section>
    );
  return (
    <section class="card stack" aria-labelledby="todo">
      <h2 id="todo">{say('todo.title', { count: todos.length })}</h2>
      {mayAct(own) ? <p class="note">{say('todo.viewOnly')}</p> : null}
      <ol class="todo">
        {todos.map((todo, i) => (
          <Task own={own} todo={todo} isFirst={i === 0} />
        ))}
      </ol>
    </section>
  );
}

/** What somebody is told whose link only shows. */
export function viewOnlyPage({ visit }: Mine): Response {
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('todo.viewOnly.title')} back="/my">
      <h1>{say('todo.viewOnly.title')}</h1>
      <p class="lead">{say('todo.viewOnly')}</p>
      <a class="button second" href="/my/link">
        {say('footer.link')}
      </a>
    </Page>,
    403,
  );
}

/** A page about a hold that is no part of this case, or nobody's any more. */
export function noHoldPage({ visit }: Mine): Response {
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('page.notFound')} back="/my">
      <h1>{say('page.notFound')}</h1>
      <a class="button" href="/my">
        {say('my.back')}
      </a>
    </Page>,
    404,
  );
}
