import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  hint?: string;
  /** What is wrong with what stands there. */
  problem?: string | null;
  /** Gets the id that the label names, and what describes it. */
  children(control: { id: string; 'aria-describedby'?: string }): ReactNode;
}

export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const below = problem ?? hint;
  return (
    <div className="operation-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(below && { 'aria-describedby': `${id}-below` }) })}
      {below && (
        <p id={`${id}-below`} className={problem ? 'field-problem' : 'field-hint'}>
          {below}
        </p>
      )}
    </div>
  );
}
