"""How much of the quotations of saved web pages is read? Measured on any folder of pages whose bodies others marked."""
