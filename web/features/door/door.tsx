import type { ReactNode } from 'react';
import { AppearanceButton, LanguageButton } from '../../app/appearance.tsx';
import '../sign-in/sign-in.css';

/** The sheet on which somebody stands who is not inside yet. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="sign-in">
      <div className="sign-in-corner">
        <LanguageButton />
        <AppearanceButton />
      </div>
      <main className="sign-in-sheet">
        <img src="/favicon.svg" alt="" width="40" height="40" />
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
