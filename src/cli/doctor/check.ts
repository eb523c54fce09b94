/** What was looked at, what was found, and what to do about it. */
export interface Check {
  readonly name: string;
  /** `warn`: it works, but may not go on so. `skip`: it could not be looked at. */
  readonly state: 'ok' | 'warn' | 'fail' | 'skip';
  readonly found: string;
  readonly fix?: string;
}

export const ok = (name: string, found: string): Check => ({ name, state: 'ok', found });
export const warn = (name: string, found: string, fix: string): Check => ({ name, state: 'warn', found, fix });
export const fail = (name: string, found: string, fix: string): Check => ({ name, state: 'fail', found, fix });
export const skip = (name: string, found: string): Check => ({ name, state: 'skip', found });
