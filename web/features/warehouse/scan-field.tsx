import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from '../../lib/icons.tsx';

interface Props {
  label: string;
  placeholder: string;
  /** What the scanner read, or somebody typed, ended by Enter. */
  onScan(code: string): void;
}

/**
 * A field for a hand scanner, which types and presses Enter. It takes the focus when it appears, keeps what it read until
 * the next one, and lets the next one overwrite it.
 */
export function ScanField({ label, placeholder, onScan }: Props) {
  const [written, setWritten] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      role="search"
      className="scan-field"
      onSubmit={(event) => {
        event.preventDefault();
        const code = scanned(written);
        field.current?.select();
        if (code !== '') onScan(code);
      }}
    >
      <SearchIcon size={18} />
      <input
        ref={field}
        data-testid="scan"
        data-command="scan"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        value={written}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setWritten(target.value)}
      />
      <kbd aria-hidden>Enter</kbd>
    </form>
  );
}

/** Scanners add spaces and what a keyboard in Chinese mode makes of their signs. */
const scanned = (written: string) => written.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
