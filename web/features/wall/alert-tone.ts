import { useEffect, useRef } from 'react';
import type { OpenAlert } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';

/** A soft tone with each alert that is new to this page, for those who want it. null: not loaded yet. */
export function useAlertTone(alerts: readonly OpenAlert[] | null): void {
  const { sound } = usePreferences();
  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!alerts) return;
    const fresh = heard.current !== null && alerts.some((alert) => !heard.current?.has(alert.alertId));
    heard.current = new Set(alerts.map((alert) => alert.alertId));
    if (fresh && sound) playTone();
  }, [alerts, sound]);
}

/** Two quiet notes, half a second in all. */
function playTone(): void {
  const context = new AudioContext();
  [523, 659].forEach((pitch, at) => {
    const from = context.currentTime + at * 0.18;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.12, from + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.32);
    note.connect(volume).connect(context.destination);
    note.start(from);
    note.stop(from + 0.34);
    if (at === 1) note.onended = () => void context.close();
  });
}
