/** Why a claim does not have the screen. */
export type Why = 'layer' | 'closed' | 'priority' | 'specificity' | 'start' | 'id' | 'waits' | 'no-scene' | 'ended';
