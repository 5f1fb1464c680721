/** What can lie over the views, one at a time. */
export type DialogName = 'help' | 'announce' | 'doors' | 'emergency' | 'sound' | 'details' | 'guide' | 'who';
