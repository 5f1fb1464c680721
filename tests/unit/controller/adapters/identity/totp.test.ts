import { describe, expect, it } from 'vitest';
import { freshTotpSecret, totpCode, totpStep, totpUri } from '../../../../../controller/adapters/identity/totp.ts';

/** The key of RFC 6238, appendix B: the ASCII text 12345678901234567890. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time passwords by time', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('agree with RFC 6238 at %i s', (seconds, code) => {
    expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code);
  });

  it('are good from one step before to one step after, and once', () => {
    const at = 1_234_567_890_000;
    const step = Math.floor(at / 30_000);
    for (const near of [step - 1, step, step + 1]) expect(totpStep(secret, totpCode(secret, near), at, -1)).toBe(near);
    for (const far of [step - 2, step + 2]) expect(totpStep(secret, totpCode(secret, far), at, -1)).toBeNull();
    expect(totpStep(secret, totpCode(secret, step), at, step)).toBeNull();
    expect(totpStep(secret, totpCode(secret, step + 1), at, step)).toBe(step + 1);
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６'])('take no %j', (code) => {
    expect(totpStep(secret, code, 59_000, -1)).toBeNull();
  });

  it('begin with a secret of 160 bits that an authenticator can read', () => {
    const fresh = freshTotpSecret();
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri(fresh, 'Әлия Қ.', 'qazaqstan-joly')).toBe(
      `otpauth://totp/qazaqstan-joly:${encodeURIComponent('Әлия Қ.')}?secret=${fresh}&issuer=qazaqstan-joly`,
    );
  });
});
