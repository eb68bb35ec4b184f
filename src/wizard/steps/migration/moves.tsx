import { addMoves, changeMove, removeMove, unmovedNodes } from '../../../core/plan/edit-moves';
import type { Move } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/text-input';
import { FindingsAt, PlanField, Row } from '../../plan-field';
import { Section } from '../../section';
import { useEdit, usePlan } from '../../use-plan';

/** Which participants are given up, and which new ones take their place. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const plan = usePlan();
  const edit = useEdit();
  const free = unmovedNodes(plan);
  const names = plan.nodes.filter(({ kind }) => kind === 'participant').map(({ name }) => name);
  return (
    <Section title="Which nodes move">
      <p className="text-mid text-muted">
        Each old participant gets a new one beside it, with an empty database. Paste an inventory in the next step, and
        the moves follow; or add the nodes by hand.
      </p>
      <FindingsAt paths={['task.way.moves']} errors />
      {moves.length > 0 && (
        <ol className="grid gap-3">
          {moves.map((move, at) => {
            const path = `task.way.moves.${at}`;
            const key = `${at} ${move.from}`;
            return (
              <li key={key} className="grid gap-2 rounded-card border border-line bg-surface p-3">
                <Row paths={[`${path}.from`, `${path}.to`]}>
                  {(['from', 'to'] as const).map((end) => (
                    <PlanField key={end} path={`${path}.${end}`} label={end === 'from' ? 'Old node' : 'New node'}>
                      {(wiring) => (
                        <Select
                          {...wiring}
                          mono
                          value={move[end]}
                          onChange={({ target }) => edit((before) => changeMove(before, at, { [end]: target.value }))}
                        >
                          {!names.includes(move[end]) && <option value={move[end]}>{move[end] || 'none'}</option>}
                          {names.map((name) => (
                            <option key={name} value={name}>
                              {name}
                            </option>
                          ))}
                        </Select>
                      )}
                    </PlanField>
                  ))}
                </Row>
                <FindingsAt paths={[path]} errors />
                <div>
                  <Button
                    onClick={() => edit((before) => removeMove(before, at))}
                    aria-label={`Take out the move of ${move.from}`}
                  >
                    Take out
                  </Button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {free.length > 0 && moves.length > 0 && (
        <div>
          <Button onClick={() => edit((before) => addMoves(before, unmovedNodes(before).slice(0, 1)))}>
            Add a move of {free[0]?.name}
          </Button>
        </div>
      )}
    </Section>
  );
}
