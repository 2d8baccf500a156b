import { useEffect, useState, type RefObject } from 'react';
import { SearchIcon } from '../../lib/icons.tsx';
import '../../lib/find-bar.css';

interface Props {
  label: string;
  placeholder: string;
  field: RefObject<HTMLInputElement | null>;
  /** What the scanner read, or somebody typed, ended by Enter. */
  onScan(code: string): void;
}

/**
 * A field for a hand scanner, which types and presses Enter. It takes the focus when it appears, keeps what it read until
 * the next one, and lets the next one overwrite it.
 */
export function ScanField({ label, placeholder, field, onScan }: Props) {
  const [written, setWritten] = useState('');
  useEffect(() => field.current?.focus(), [field]);
  return (
    <form
      role="search"
      className="find-bar scan-field"
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

/** Scanners add spaces, and a keyboard in Chinese mode makes wide signs of theirs. */
const scanned = (written: string) => written.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
