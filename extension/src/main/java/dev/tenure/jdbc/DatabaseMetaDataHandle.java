package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class DatabaseMetaDataHandle extends Wrapped implements DatabaseMetaData {

    private final DatabaseMetaData metaData;

    DatabaseMetaDataHandle(ConnectionHandle connection, Lease lease, DatabaseMetaData metaData) {
        super(connection, lease);
        this.metaData = metaData;
    }

    @Override
    Object raw() {
        return metaData;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public boolean allProceduresAreCallable() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.allProceduresAreCallable();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean allTablesAreSelectable() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.allTablesAreSelectable();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean autoCommitFailureClosesAllResultSets() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.autoCommitFailureClosesAllResultSets();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean dataDefinitionCausesTransactionCommit() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.dataDefinitionCausesTransactionCommit();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean dataDefinitionIgnoredInTransactions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.dataDefinitionIgnoredInTransactions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean deletesAreDetected(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.deletesAreDetected(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean doesMaxRowSizeIncludeBlobs() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.doesMaxRowSizeIncludeBlobs();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean generatedKeyAlwaysReturned() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.generatedKeyAlwaysReturned();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getAttributes(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getAttributes(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getBestRowIdentifier(String text, String text2, String text3, int number, boolean flag)
            throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getBestRowIdentifier(text, text2, text3, number, flag));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getCatalogSeparator() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getCatalogSeparator();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getCatalogTerm() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getCatalogTerm();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getCatalogs() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getCatalogs());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getClientInfoProperties() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getClientInfoProperties());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getColumnPrivileges(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getColumnPrivileges(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getColumns(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getColumns(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getCrossReference(
            String text, String text2, String text3, String text4, String text5, String text6) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getCrossReference(text, text2, text3, text4, text5, text6));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getDatabaseMajorVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDatabaseMajorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getDatabaseMinorVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDatabaseMinorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getDatabaseProductName() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDatabaseProductName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getDatabaseProductVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDatabaseProductVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getDefaultTransactionIsolation() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDefaultTransactionIsolation();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getDriverMajorVersion() {
        try {
            return metaData.getDriverMajorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getDriverMinorVersion() {
        try {
            return metaData.getDriverMinorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getDriverName() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDriverName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getDriverVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getDriverVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getExportedKeys(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getExportedKeys(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getExtraNameCharacters() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getExtraNameCharacters();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getFunctionColumns(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getFunctionColumns(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getFunctions(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getFunctions(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getIdentifierQuoteString() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getIdentifierQuoteString();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getImportedKeys(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getImportedKeys(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getIndexInfo(String text, String text2, String text3, boolean flag, boolean flag2)
            throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getIndexInfo(text, text2, text3, flag, flag2));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getJDBCMajorVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getJDBCMajorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getJDBCMinorVersion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getJDBCMinorVersion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxBinaryLiteralLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxBinaryLiteralLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxCatalogNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxCatalogNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxCharLiteralLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxCharLiteralLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnsInGroupBy() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnsInGroupBy();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnsInIndex() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnsInIndex();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnsInOrderBy() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnsInOrderBy();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnsInSelect() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnsInSelect();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxColumnsInTable() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxColumnsInTable();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxConnections() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxConnections();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxCursorNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxCursorNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxIndexLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxIndexLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long getMaxLogicalLobSize() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxLogicalLobSize();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxProcedureNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxProcedureNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxRowSize() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxRowSize();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxSchemaNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxSchemaNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxStatementLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxStatementLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxStatements() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxStatements();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxTableNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxTableNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxTablesInSelect() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxTablesInSelect();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getMaxUserNameLength() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getMaxUserNameLength();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getNumericFunctions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getNumericFunctions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getPrimaryKeys(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getPrimaryKeys(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getProcedureColumns(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getProcedureColumns(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getProcedureTerm() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getProcedureTerm();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getProcedures(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getProcedures(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getPseudoColumns(String text, String text2, String text3, String text4) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getPseudoColumns(text, text2, text3, text4));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getResultSetHoldability();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public RowIdLifetime getRowIdLifetime() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getRowIdLifetime();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSQLKeywords() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSQLKeywords();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getSQLStateType() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSQLStateType();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSchemaTerm() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSchemaTerm();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getSchemas());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getSchemas(String text, String text2) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getSchemas(text, text2));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSearchStringEscape() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSearchStringEscape();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getStringFunctions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getStringFunctions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getSuperTables(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getSuperTables(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getSuperTypes(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getSuperTypes(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSystemFunctions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSystemFunctions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getTablePrivileges(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getTablePrivileges(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getTableTypes());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getTables(String text, String text2, String text3, String[] strings) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getTables(text, text2, text3, strings));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getTimeDateFunctions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getTimeDateFunctions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getTypeInfo() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getTypeInfo());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getUDTs(String text, String text2, String text3, int[] ints) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getUDTs(text, text2, text3, ints));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getURL() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getURL();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getUserName() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getUserName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getVersionColumns(String text, String text2, String text3) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return wrap(metaData.getVersionColumns(text, text2, text3));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean insertsAreDetected(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.insertsAreDetected(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isCatalogAtStart() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isCatalogAtStart();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isReadOnly();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean locatorsUpdateCopy() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.locatorsUpdateCopy();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean nullPlusNonNullIsNull() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.nullPlusNonNullIsNull();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean nullsAreSortedAtEnd() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.nullsAreSortedAtEnd();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean nullsAreSortedAtStart() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.nullsAreSortedAtStart();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean nullsAreSortedHigh() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.nullsAreSortedHigh();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean nullsAreSortedLow() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.nullsAreSortedLow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean othersDeletesAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.othersDeletesAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean othersInsertsAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.othersInsertsAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean othersUpdatesAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.othersUpdatesAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean ownDeletesAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.ownDeletesAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean ownInsertsAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.ownInsertsAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean ownUpdatesAreVisible(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.ownUpdatesAreVisible(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesLowerCaseIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesLowerCaseIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesLowerCaseQuotedIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesLowerCaseQuotedIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesMixedCaseIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesMixedCaseIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesMixedCaseQuotedIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesMixedCaseQuotedIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesUpperCaseIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesUpperCaseIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean storesUpperCaseQuotedIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.storesUpperCaseQuotedIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsANSI92EntryLevelSQL() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsANSI92EntryLevelSQL();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsANSI92FullSQL() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsANSI92FullSQL();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsANSI92IntermediateSQL() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsANSI92IntermediateSQL();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsAlterTableWithAddColumn() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsAlterTableWithAddColumn();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsAlterTableWithDropColumn() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsAlterTableWithDropColumn();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsBatchUpdates() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsBatchUpdates();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCatalogsInDataManipulation() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCatalogsInDataManipulation();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCatalogsInIndexDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCatalogsInIndexDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCatalogsInPrivilegeDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCatalogsInPrivilegeDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCatalogsInProcedureCalls() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCatalogsInProcedureCalls();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCatalogsInTableDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCatalogsInTableDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsColumnAliasing() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsColumnAliasing();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsConvert() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsConvert();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsConvert(int number, int number2) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsConvert(number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCoreSQLGrammar() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCoreSQLGrammar();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsCorrelatedSubqueries() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsCorrelatedSubqueries();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsDataDefinitionAndDataManipulationTransactions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsDataDefinitionAndDataManipulationTransactions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsDataManipulationTransactionsOnly() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsDataManipulationTransactionsOnly();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsDifferentTableCorrelationNames() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsDifferentTableCorrelationNames();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsExpressionsInOrderBy() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsExpressionsInOrderBy();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsExtendedSQLGrammar() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsExtendedSQLGrammar();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsFullOuterJoins() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsFullOuterJoins();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsGetGeneratedKeys() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsGetGeneratedKeys();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsGroupBy() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsGroupBy();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsGroupByBeyondSelect() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsGroupByBeyondSelect();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsGroupByUnrelated() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsGroupByUnrelated();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsIntegrityEnhancementFacility() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsIntegrityEnhancementFacility();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsLikeEscapeClause() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsLikeEscapeClause();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsLimitedOuterJoins() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsLimitedOuterJoins();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMinimumSQLGrammar() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMinimumSQLGrammar();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMixedCaseIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMixedCaseIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMixedCaseQuotedIdentifiers() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMixedCaseQuotedIdentifiers();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMultipleOpenResults() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMultipleOpenResults();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMultipleResultSets() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMultipleResultSets();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsMultipleTransactions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsMultipleTransactions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsNamedParameters() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsNamedParameters();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsNonNullableColumns() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsNonNullableColumns();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOpenCursorsAcrossCommit() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOpenCursorsAcrossCommit();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOpenCursorsAcrossRollback() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOpenCursorsAcrossRollback();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOpenStatementsAcrossCommit() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOpenStatementsAcrossCommit();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOpenStatementsAcrossRollback() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOpenStatementsAcrossRollback();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOrderByUnrelated() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOrderByUnrelated();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsOuterJoins() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsOuterJoins();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsPositionedDelete() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsPositionedDelete();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsPositionedUpdate() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsPositionedUpdate();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsRefCursors() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsRefCursors();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsResultSetConcurrency(int number, int number2) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsResultSetConcurrency(number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsResultSetHoldability(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsResultSetHoldability(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsResultSetType(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsResultSetType(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSavepoints() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSavepoints();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSchemasInDataManipulation() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSchemasInDataManipulation();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSchemasInIndexDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSchemasInIndexDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSchemasInPrivilegeDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSchemasInPrivilegeDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSchemasInProcedureCalls() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSchemasInProcedureCalls();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSchemasInTableDefinitions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSchemasInTableDefinitions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSelectForUpdate() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSelectForUpdate();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSharding() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSharding();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsStatementPooling() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsStatementPooling();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsStoredFunctionsUsingCallSyntax() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsStoredFunctionsUsingCallSyntax();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsStoredProcedures() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsStoredProcedures();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSubqueriesInComparisons() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSubqueriesInComparisons();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSubqueriesInExists() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSubqueriesInExists();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSubqueriesInIns() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSubqueriesInIns();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsSubqueriesInQuantifieds() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsSubqueriesInQuantifieds();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsTableCorrelationNames() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsTableCorrelationNames();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsTransactionIsolationLevel(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsTransactionIsolationLevel(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsTransactions() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsTransactions();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsUnion() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsUnion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean supportsUnionAll() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.supportsUnionAll();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean updatesAreDetected(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.updatesAreDetected(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean usesLocalFilePerTable() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.usesLocalFilePerTable();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean usesLocalFiles() throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.usesLocalFiles();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
