/** For `npm run migration`, which writes the next file of src/store/migrations/ from the tables of src/store/. */
export default {
  dialect: 'postgresql',
  schema: ['./src/store/schema.ts', './src/store/work-tables.ts'],
  out: './src/store/migrations',
};
