export * from './errands';
export * from './visits';
