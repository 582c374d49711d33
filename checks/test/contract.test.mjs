// The sample contract keeps every rule, and each way to break it below is found by the rule it is listed under.
import assert from 'node:assert/strict';
import fs, { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import spectral from '@stoplight/spectral-core';
import bundler from '@stoplight/spectral-ruleset-bundler/plugins/commonjs';
import loader from '@stoplight/spectral-ruleset-bundler/with-loader';
import { parse, stringify } from 'yaml';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const sample = parse(readFileSync(at('sample.yaml'), 'utf8'));

const operation = (d, method, path = '/v1/customers') => d.paths[path][method];
const rename = (d, from, to) => {
  d.paths[to] = d.paths[from];
  delete d.paths[from];
};
const withoutParameter = (one, name) =>
  (one.parameters = one.parameters.filter((parameter) => !(parameter.$ref ?? parameter.name).endsWith(name)));
const one = '/v1/customers/{customerId}';

/** rule → what is broken → how */
const violations = {
  'kexin-operation-texts': {
    'no summary': (d) => delete operation(d, 'get').summary,
    'no description': (d) => delete operation(d, 'get').description,
    'no tag': (d) => (operation(d, 'get').tags = []),
  },
  'kexin-operation-id': {
    'snake case': (d) => (operation(d, 'get').operationId = 'list_customers'),
    'none': (d) => delete operation(d, 'get').operationId,
  },
  'kexin-roles': {
    'none': (d) => delete operation(d, 'get')['x-roles'],
    'empty': (d) => (operation(d, 'get')['x-roles'] = []),
  },
  'kexin-data-class': {
    'none': (d) => delete operation(d, 'get')['x-data-class'],
    'an unknown class': (d) => (operation(d, 'get')['x-data-class'] = ['PRIVATE']),
  },
  'kexin-denials': {
    'no 401': (d) => delete operation(d, 'get').responses['401'],
    'no 403': (d) => delete operation(d, 'delete', one).responses['403'],
  },
  'kexin-bad-request': {
    'neither 400 nor 422': (d) => delete operation(d, 'get').responses['400'],
  },
  'kexin-problem': {
    'another media type': (d) =>
      (operation(d, 'get').responses['403'] = {
        description: 'No.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    'another schema': (d) =>
      (d.components.responses.Refused.content['application/problem+json'].schema = {
        $ref: '#/components/schemas/Customer',
      }),
    'no content': (d) => (operation(d, 'get').responses['403'] = { description: 'No.' }),
  },
  'kexin-example': {
    'none in a request': (d) => delete operation(d, 'post').requestBody.content['application/json'].example,
    'none in an answer': (d) => delete operation(d, 'get').responses['200'].content['application/json'].example,
  },
  'oas3-valid-media-example': {
    'an example that does not fit': (d) =>
      (operation(d, 'post').requestBody.content['application/json'].example.visits = -1),
    'an example without a required member': (d) =>
      delete operation(d, 'post').responses['201'].content['application/json'].example.name,
  },
  'kexin-path-version': { 'none': (d) => rename(d, '/v1/customers', '/customers') },
  'kexin-path-kebab': {
    'camel case': (d) => rename(d, '/v1/customers', '/v1/ourCustomers'),
    'a slash at the end': (d) => rename(d, '/v1/customers', '/v1/customers/'),
  },
  'kexin-path-plural': {
    'one': (d) => rename(d, '/v1/customers', '/v1/customer'),
    'one below': (d) => rename(d, one, '/v1/customers/contact/{customerId}'),
  },
  'kexin-property-camel': {
    'snake case': (d) => (d.components.schemas.Customer.properties.birth_date = { type: 'string', format: 'date' }),
    'a capital': (d) => (d.components.schemas.NewCustomer.properties.Name = { type: 'string', maxLength: 9 }),
  },
  'kexin-parameter-camel': { 'snake case': (d) => (operation(d, 'get').parameters[1].name = 'page_size') },
  'kexin-no-credentials-in-url': {
    'a token': (d) => (operation(d, 'get').parameters[2].name = 'accessToken'),
    'a password': (d) => (operation(d, 'get').parameters[2].name = 'password'),
  },
  'kexin-idempotency-key': {
    'no key': (d) => withoutParameter(operation(d, 'post'), 'Idempotency-Key'),
    'a search that does not say so': (d) => delete operation(d, 'post', '/v1/customers/search')['x-idempotent'],
  },
  'kexin-merge-patch': {
    'plain JSON': (d) => {
      const { requestBody } = operation(d, 'patch', one);
      requestBody.content = { 'application/json': requestBody.content['application/merge-patch+json'] };
    },
    'no body': (d) => delete operation(d, 'patch', one).requestBody,
  },
  'kexin-if-match': {
    'no header': (d) => withoutParameter(operation(d, 'delete', one), 'IfMatch'),
    'no 412': (d) => delete operation(d, 'patch', one).responses['412'],
    'no 428': (d) => delete operation(d, 'delete', one).responses['428'],
  },
  'kexin-personal-data': {
    'no purpose': (d) => withoutParameter(operation(d, 'get'), 'Purpose'),
    'a purpose that may be left out': (d) => (d.components.parameters.Purpose.required = false),
    'no 503': (d) => delete operation(d, 'get').responses['503'],
  },
  'kexin-list-paging': {
    'no pageSize': (d) => withoutParameter(operation(d, 'get'), 'pageSize'),
    'no pageToken in a search': (d) => delete d.components.schemas.CustomerSearch.properties.pageToken,
    'no nextPageToken': (d) => delete d.components.schemas.CustomerPage.properties.nextPageToken,
    'a page under another name': (d) => {
      operation(d, 'get').operationId = 'customers';
      withoutParameter(operation(d, 'get'), 'pageToken');
    },
  },
  'kexin-open-enum': {
    'a closed enum': (d) => (d.components.schemas.Customer.properties.kind.enum = ['INDIVIDUAL', 'ENTERPRISE']),
  },
  'kexin-string-limit': {
    'without end': (d) => delete d.components.schemas.NewCustomer.properties.name.maxLength,
    'or null, without end': (d) => delete d.components.schemas.Problem.properties.detail.maxLength,
    'a format that bounds nothing': (d) =>
      (d.components.schemas.NewCustomer.properties.name = { type: 'string', format: 'email' }),
  },
  'kexin-integer-limit': {
    'a parameter without end': (d) => delete operation(d, 'get').parameters[1].schema.maximum,
    'a member without start': (d) => delete d.components.schemas.NewCustomer.properties.visits.minimum,
  },
  'owasp:api4:2023-array-limit': {
    'an array without end': (d) => delete d.components.schemas.CustomerPage.properties.items.maxItems,
  },
};

test('contract', async (t) => {
  const linter = new spectral.Spectral();
  const ruleset = await loader.bundleAndLoadRuleset(at('../contract.spectral.yaml'), { fs, fetch }, [
    bundler.commonjs(),
  ]);
  linter.setRuleset(ruleset);
  const found = async (document) =>
    (await linter.run(stringify(document, { aliasDuplicateObjects: false }))).map(
      ({ code, path, message }) => ({ code, path: path.join('.'), message }),
    );

  await t.test('every rule of ours has a violation', () => {
    const ours = Object.keys(linter.ruleset.rules).filter((rule) => rule.startsWith('kexin-'));
    assert.ok(ours.length > 15);
    assert.deepEqual(ours.filter((rule) => !(rule in violations)), []);
  });

  await t.test('no rule finds anything in the sample', async () => {
    assert.deepEqual(await found(sample), []);
  });

  await t.test('an operation open to all needs no roles and no denials', async () => {
    const document = structuredClone(sample);
    const opened = operation(document, 'get');
    opened.security = [];
    delete opened['x-roles'];
    delete opened.responses['401'];
    delete opened.responses['403'];
    assert.deepEqual((await found(document)).filter(({ code }) => code.startsWith('kexin-')), []);
  });

  await t.test('an upsert by a foreign key needs no If-Match', async () => {
    const document = structuredClone(sample);
    withoutParameter(operation(document, 'delete', one), 'IfMatch');
    rename(document, one, '/v1/customers/by-external-id/{customerId}');
    assert.deepEqual((await found(document)).filter(({ code }) => code === 'kexin-if-match'), []);
  });

  for (const [rule, ways] of Object.entries(violations)) {
    for (const [what, breakIt] of Object.entries(ways)) {
      await t.test(`${rule} finds: ${what}`, async () => {
        const document = structuredClone(sample);
        breakIt(document);
        assert.ok((await found(document)).some(({ code }) => code === rule));
      });
    }
  }
});
